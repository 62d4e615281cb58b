package dev.sluice.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0, '0'",
        "999, '999'",
        "1000, '1,000'",
        "-1000, '-1,000'",
        "-999.5, '-999.5'",
        "123456.789012, '123,456.789012'",
        "1E+6, '1,000,000'",
        "0.00001, '0.00001'"
    })
    void digitsBeforeThePointStandInGroupsOfThree(BigDecimal number, String shown) {
        assertThat(Figures.number(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"9.999, 9.9", "-9.999, -9.9", "10, 10.0"})
    void whatIsShownNeverReachesWhatTheNumberDoesNot(BigDecimal number, String shown) {
        assertThat(Figures.tenths(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 rates", "1, 1 rate", "2, 2 rates"})
    void oneIsSingular(long count, String shown) {
        assertThat(Figures.counted(count, "rate")).isEqualTo(shown);
    }
}
