package dev.sluice.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** Figures in a file. */
class FiguresTest {

    private static final String TEXT = """
            # Measured somewhere,
            # some day
            a.own_ms=2.5
            # not the source
            a.calls=4
            b=many
            """;

    @Test
    void aFileSaysWhereItsFiguresComeFromAndWhatTheyAre() {
        var figures = Figures.of("a.properties", TEXT);

        assertThat(figures.source()).isEqualTo("Measured somewhere, some day");
        assertThat(figures.number("a.own_ms")).isEqualByComparingTo("2.5");
        assertThat(figures.whole("a.calls")).isEqualTo(4);
    }

    @Test
    void whatIsMissingOrNoNumberIsNamedWithItsFile() {
        var figures = Figures.of("a.properties", TEXT);

        assertThatIllegalStateException()
                .isThrownBy(() -> figures.number("c"))
                .withMessage("a.properties does not say c");
        assertThatIllegalStateException()
                .isThrownBy(() -> figures.number("b"))
                .withMessage("a.properties: b is a number, not 'many'");
        assertThatIllegalStateException()
                .isThrownBy(() -> figures.whole("a.own_ms"))
                .withMessage("a.properties: a.own_ms is a whole number");
        assertThatIllegalStateException()
                .isThrownBy(() -> Figures.of("none.properties"))
                .withMessage("there is no none.properties beside dev.sluice.infra.cost.Figures");
    }

    @Test
    void theFilesThatAreThereSayWhereTheirFiguresComeFrom() {
        var measured = Measured.read();

        assertThat(measured.ofFunctions()).isNotBlank();
        assertThat(measured.ofStarts()).isNotBlank();
        assertThat(measured.work()).containsOnlyKeys("validator", "processor", "enricher", "notifier");
        assertThat(measured.work().values())
                .allSatisfy(work -> assertThat(work.calls()).isPositive());
    }
}
