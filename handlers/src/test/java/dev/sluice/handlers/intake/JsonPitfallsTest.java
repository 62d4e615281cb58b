package dev.sluice.handlers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.intake.JsonPitfalls.Pitfall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pitfall, signed as its sender would, gets the answer it has in the catalogue. */
class JsonPitfallsTest {

    /** Characters: what a body of 128 KiB can at most make us answer. */
    private static final int LONGEST_ANSWER = 512 * 1024;

    @ParameterizedTest
    @MethodSource("pitfalls")
    void everyPitfallHasItsAnswer(Pitfall pitfall) {
        var intake = new Intake();
        var answer = intake.sendSigned(pitfall.body());

        assertThat(answer.status()).as(answer.text()).isEqualTo(pitfall.status());
        assertThat(intake.announced).hasSize(pitfall.status() == 202 ? 1 : 0);
        assertThat(answer.text()).hasSizeLessThan(LONGEST_ANSWER).doesNotContain("4111111111111111");
        if (pitfall.status() == 422) {
            assertThat(answer.errors()).contains(pitfall.error());
        }
        if (pitfall.status() != 202) {
            assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        }
    }

    @Test
    void noPitfallLeavesAnythingBehindForTheNextRequest() {
        var intake = new Intake();
        for (var pitfall : JsonPitfalls.all()) {
            intake.sendSigned(pitfall.body());
            intake.announced.clear();

            assertThat(intake.sendSigned(manyNames()).status())
                    .as(pitfall.name())
                    .isEqualTo(202);
            assertThat(intake.announced).hasSize(1);
        }
    }

    @Test
    void anAnswerListsFiveHundredErrorsAndCountsThemAll() {
        var body = "{\"x\":[" + "\"4111111111111111\",".repeat(5_000) + "1]}";
        var answer = new Intake().sendSigned(body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.errors()).hasSize(500).startsWith("required at /id");
        assertThat(answer.body().text("detail")).contains("5006 rule(s)", "the first 500");
    }

    private static byte[] manyNames() {
        var names = List.of("a", "aB", "b!", "caf\u00e9", "id2", "x".repeat(50));
        var more = new StringBuilder();
        names.forEach(name -> more.append(", \"").append(name).append("\": 1"));
        var valid = WebhookRequest.VALID_BODY;
        return (valid.substring(0, valid.length() - 1) + more + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<Pitfall> pitfalls() {
        return JsonPitfalls.all().stream();
    }
}
