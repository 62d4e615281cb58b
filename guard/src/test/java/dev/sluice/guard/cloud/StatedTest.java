package dev.sluice.guard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Value;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What people state about a resource")
class StatedTest {

    private static final String COMMENTED = "{'resource': {'aws_x': {'x': {'//': '%s'}}}}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guard:memory-mb 256",
                "# guard:memory-mb 256, measured in May",
                "// guard:memory-mb   256",
                "the notifier\\nguard:memory-mb 256"
            })
    @DisplayName("is read from a comment")
    void commentIsRead(String comment) throws IOException {
        var cloud = Clouds.of(folder, COMMENTED.formatted(comment));
        assertThat(cloud.stated().of(Clouds.resource(cloud, "aws_x.x"), "memory-mb"))
                .hasValue(Value.text("256"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard:memory 256", "it has no guard:memory-mb 256", "guard:memory-mb", "memory-mb 256"})
    @DisplayName("is not read from a comment that says something else")
    void otherCommentIsNot(String comment) throws IOException {
        var cloud = Clouds.of(folder, COMMENTED.formatted(comment));
        assertThat(cloud.stated().of(Clouds.resource(cloud, "aws_x.x"), "memory-mb"))
                .isEmpty();
    }

    @Test
    @DisplayName("is what the tag says where there is a tag")
    void tagComesFirst() throws IOException {
        var cloud = Clouds.of(
                folder, "{'resource': {'aws_x': {'x': {'//': 'guard:need 1', 'tags': {'guard:need': '2'}}}}}");
        assertThat(cloud.stated().of(Clouds.resource(cloud, "aws_x.x"), "need")).hasValue(Value.text("2"));
    }
}
