package dev.sluice.guard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.cloud.Functions.Qualifier;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What of a function is called")
class FunctionsTest {

    private static final String STACK = """
            {'variable': {'alias': {}}, 'resource': {
              'aws_lambda_function': {'orders': {'function_name': 'orders'}, 'bills': {'function_name': 'bills'}},
              'aws_lambda_alias': {'live': {'name': 'live', 'function_name': '${aws_lambda_function.orders.function_name}'}},
              'aws_x': {'x': {'calls': '%s'}}}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "orders, Latest",
        "${aws_lambda_function.orders.arn}, Latest",
        "${aws_lambda_function.orders.arn}/invocations, Latest",
        "${aws_lambda_function.orders.arn}:$LATEST, Latest",
        "${aws_lambda_function.orders.qualified_arn}, Version",
        "${aws_lambda_function.orders.arn}:live, Version",
        "${aws_lambda_function.orders.arn}:${var.alias}, Version",
        "${aws_lambda_function.orders.arn}:$${stageVariables.alias}/invocations, Version",
        "${aws_lambda_alias.live.invoke_arn}, Alias",
        "${aws_lambda_function.orders.arn}:${aws_lambda_alias.live.name}, Alias",
        "${aws_lambda_alias.live.function_name}, Latest",
        "${sha1(aws_lambda_function.orders.arn)}, Open"
    })
    @DisplayName("is told by what follows its name")
    void qualifierIsTold(String calls, String expected) throws IOException {
        var cloud = Clouds.of(folder, STACK.formatted(calls));
        var value = Clouds.resource(cloud, "aws_x.x").at("calls");
        assertThat(cloud.functions().named(value)).hasValueSatisfying(named -> {
            assertThat(named.function().address()).isEqualTo("aws_lambda_function.orders");
            assertThat(named.qualifier().getClass().getSimpleName()).isEqualTo(expected);
        });
    }

    @Test
    @DisplayName("is told for each function that a document names")
    void documentNamesMany() throws IOException {
        var cloud = Clouds.of(
                folder,
                STACK.formatted("[${aws_lambda_function.bills.arn}, ${aws_lambda_alias.live.arn}, "
                        + "${aws_lambda_function.bills.arn}]"));
        var value = Clouds.resource(cloud, "aws_x.x").at("calls");
        assertThat(cloud.functions().allNamed(value))
                .containsExactlyInAnyOrder(
                        new Functions.Named(
                                Clouds.resource(cloud, "aws_lambda_function.bills"), new Qualifier.Latest()),
                        new Functions.Named(
                                Clouds.resource(cloud, "aws_lambda_function.orders"),
                                new Qualifier.Alias(Clouds.resource(cloud, "aws_lambda_alias.live"))));
        assertThat(cloud.functions().named(value)).isEmpty();
    }
}
