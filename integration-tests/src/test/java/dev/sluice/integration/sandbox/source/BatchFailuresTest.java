package dev.sluice.integration.sandbox.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.source.BatchFailures.All;
import dev.sluice.integration.sandbox.source.BatchFailures.None;
import dev.sluice.integration.sandbox.source.BatchFailures.Some;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchFailuresTest {

    private static final Set<String> BATCH = Set.of("m-1", "m-2");

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
    void nothingFailedWhereNothingIsNamed(String answer) {
        assertThat(BatchFailures.read(answer, BATCH)).isEqualTo(new None());
    }

    @Test
    void whatIsNamedFailed() {
        assertThat(BatchFailures.read("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}", BATCH))
                .isEqualTo(new Some(Set.of("m-2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "\"done\"",
                "{\"batchItemFailures\":\"m-1\"}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-3\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"id\":\"m-1\"}]}"
            })
    void anAnswerThatCannotBeReadFailsTheWholeBatch(String answer) {
        assertThat(BatchFailures.read(answer, BATCH)).isEqualTo(new All());
    }
}
