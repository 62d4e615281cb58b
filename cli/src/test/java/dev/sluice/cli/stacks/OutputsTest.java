package dev.sluice.cli.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputsTest {

    @Test
    void whatIsNotSecretIsRead() throws StackMistake {
        var outputs = Outputs.of("{\"url\":{\"sensitive\":false,\"type\":\"string\",\"value\":\"https://x\"}}");

        assertThat(outputs).containsExactly(Map.entry("url", new Json.Str("https://x")));
    }

    @Test
    void whatIsSecretOrDoesNotSayIsNamedAndNotRead() throws StackMistake {
        var outputs =
                Outputs.of("{\"key\":{\"sensitive\":true,\"value\":\"s3cret\"},\"other\":{\"value\":\"s3cret\"}}");

        assertThat(outputs.values()).containsOnly(Outputs.SENSITIVE);
    }

    @Test
    void nothingIsNothing() throws StackMistake {
        assertThat(Outputs.of("{}")).isEmpty();
        assertThat(Outputs.of("[]")).isEmpty();
    }

    @Test
    void whatIsNoJsonIsToldWithoutQuotingIt() {
        assertThatThrownBy(() -> Outputs.of("s3cret"))
                .isInstanceOf(StackMistake.class)
                .hasMessageNotContaining("s3cret");
    }
}
