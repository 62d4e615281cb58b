package dev.sluice.guard.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @DisplayName("A symbol is an unknown text, the same one every time")
    @CsvSource({
        "${a.b.c}, ${a.b.c}, YES",
        "${a.b.c}, ${a.b.d}, CANNOT_TELL",
        "*, ${a.b.c}, YES",
        "?, ${a.b.c}, CANNOT_TELL",
        "x-${a.b.c}, y-${a.b.c}, NO",
        "${a.b.c}-x, ${a.b.c}-y, NO",
        "${a.b.c}-*, ${a.b.c}, NO",
        "${a.b.c}, ${a.b.c}/x, NO",
        "${var.a}, ${var.a}/x, CANNOT_TELL",
        "x${a.b.c}*, x${a.b.c}y, YES",
        "arn:*:sqs, arn:${data.aws_region.current.name}:sqs, YES",
        "arn:*:sqs, arn:${a.b.c}:sqs, CANNOT_TELL",
    })
    void symbols(String pattern, String text, Told expected) {
        assertThat(Glob.matches(Graphs.text(pattern), Graphs.text(text), Glob.Mode.ARN))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("No pattern takes long, however many stars it has, and what is too long is not compared")
    void hostile() {
        var pattern = Value.text("*a".repeat(1_000) + "*b");
        var text = Value.text("a".repeat(4_000));
        var answer =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Glob.matches(pattern, text, Glob.Mode.TEXT));
        assertThat(answer).isEqualTo(Told.NO);
        assertThat(Glob.matches(Value.text("*a*a*a*a*b"), Value.text("a".repeat(8_000) + "b"), Glob.Mode.ARN))
                .isEqualTo(Told.YES);
        assertThat(Glob.matches(Value.text("a".repeat(9_000)), text, Glob.Mode.TEXT))
                .isEqualTo(Told.CANNOT_TELL);
        assertThat(Glob.matches(Value.text("*".repeat(9_000)), text, Glob.Mode.TEXT))
                .isEqualTo(Told.YES);
    }

    @Test
    @DisplayName("All lookups of the region are one, whatever they are called")
    void canonical() {
        assertThat(Stream.of("data.aws_region.a.name", "module.m.data.aws_region.b.id", "data.aws_region.c.region")
                        .map(each -> Canonical.of(
                                Graphs.text("${" + each + "}").symbol().orElseThrow())))
                .allSatisfy(each -> assertThat(each).hasValue(Canonical.REGION));
        assertThat(Canonical.of(Graphs.text("${aws_region.x.name}").symbol().orElseThrow()))
                .isEmpty();
        assertThatCode(() -> Canonical.of(Graphs.text("${data.aws_partition.p.reverse_dns_prefix}")
                        .symbol()
                        .orElseThrow()))
                .doesNotThrowAnyException();
    }
}
