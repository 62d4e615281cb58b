package dev.sluice.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReportTest {

    private static final String DOCUMENT = """
            before
            <!-- measured: start -->
            old
            <!-- end: start -->
            between
            <!-- measured: domain -->
            <!-- end: domain -->
            """;

    @Test
    void figuresTakeTheirPlaceAndLeaveTheRest() {
        assertThat(Report.replaced(
                        DOCUMENT, "start", new Table("a", "b").row("1", "2").toString()))
                .isEqualTo("""
                        before
                        <!-- measured: start -->

                        | a | b |
                        |---|---|
                        | 1 | 2 |

                        <!-- end: start -->
                        between
                        <!-- measured: domain -->
                        <!-- end: domain -->
                        """);
    }

    @Test
    void writingAgainChangesNothingElse() {
        var once = Report.replaced(DOCUMENT, "domain", "x\n");
        assertThat(Report.replaced(once, "domain", "x\n")).isEqualTo(once);
    }

    @Test
    void aPlaceThatIsMissingIsSaid() {
        assertThatThrownBy(() -> Report.replaced(DOCUMENT, "latency", "x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("latency");
    }
}
