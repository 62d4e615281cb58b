package dev.sluice.guard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("APIs")
class ApisTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("have stages of their own, and those that a deployment makes")
    void stages() {
        var watched = Watched.of(folder, """
                'aws_api_gateway_stage': {'live': {'rest_api_id': 'a', 'stage_name': 'live'}},
                'aws_api_gateway_deployment': {'test': {'rest_api_id': 'a', 'stage_name': 'test'},
                                               'none': {'rest_api_id': 'a', 'stage_name': ''}},
                'aws_apigatewayv2_stage': {'web': {'api_id': 'b', 'name': 'web'}}
                """);
        assertThat(watched.cloud().apis().stages())
                .extracting(stage -> stage.by().address() + " " + stage.rest())
                .containsExactly(
                        "aws_api_gateway_stage.live true",
                        "aws_api_gateway_deployment.test true",
                        "aws_apigatewayv2_stage.web false");
    }

    @Test
    @DisplayName("have settings that are about a stage by reference or by name, of their API only")
    void settings() {
        var watched = Watched.of(folder, """
                'aws_api_gateway_stage': {'live': {'rest_api_id': 'a', 'stage_name': 'live'}},
                'aws_api_gateway_method_settings': {
                    'reference': {'rest_api_id': 'a', 'stage_name': '${aws_api_gateway_stage.live.stage_name}'},
                    'name': {'rest_api_id': 'a', 'stage_name': 'live'},
                    'other': {'rest_api_id': 'b', 'stage_name': 'live'},
                    'open': {'rest_api_id': 'a', 'stage_name': '${var.stage}'}}
                """);
        var apis = watched.cloud().apis();
        var stage = watched.one("aws_api_gateway_stage.live");
        assertThat(watched.cloud().of("aws_api_gateway_method_settings"))
                .extracting(settings -> apis.isAbout(settings, stage))
                .containsExactly(Told.YES, Told.YES, Told.NO, Told.CANNOT_TELL);
    }

    @Test
    @DisplayName("have the operations of their document, where it can be read")
    void operations() {
        var watched = Watched.of(folder, """
                'aws_api_gateway_rest_api': {
                    'read': {'body': '${jsonencode({paths = {\\'/a\\' = {parameters = [], get = {}, x-amazon-apigateway-any-method = {}}}})}'},
                    'yaml': {'body': 'paths: {}'}, 'none': {'name': 'none'}, 'empty': {'body': ''}},
                'aws_api_gateway_method': {'get': {'rest_api_id': '${aws_api_gateway_rest_api.read.id}'}}
                """);
        var apis = watched.cloud().apis();
        var read = watched.one("aws_api_gateway_rest_api.read");
        assertThat(apis.operations(read)).extracting(Object::toString).containsExactly("GET /a", "ANY /a");
        assertThat(apis.document(watched.one("aws_api_gateway_rest_api.yaml"))).isInstanceOf(Value.Unknown.class);
        assertThat(apis.document(watched.one("aws_api_gateway_rest_api.none"))).isInstanceOf(Value.Absent.class);
        assertThat(apis.document(watched.one("aws_api_gateway_rest_api.empty"))).isInstanceOf(Value.Absent.class);
        assertThat(apis.of(watched.one("aws_api_gateway_method.get"))).contains(read);
        assertThat(apis.all()).hasSize(4);
    }
}
