package dev.sluice.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskPolicyTest {

    @Test
    void theStandardPolicyHasEveryStandard() {
        var standard = RiskPolicy.standard();

        assertThat(standard.flagAt()).isEqualTo(40);
        assertThat(RiskPolicy.settings())
                .allSatisfy(setting -> assertThat(standard.value(setting)).isEqualTo(setting.standard()));
    }

    @Test
    void everyStandardIsAllowed() {
        assertThat(RiskPolicy.settings())
                .allSatisfy(setting -> assertThat(setting.standard()
                                .filter(value -> !setting.unit().allows(value)))
                        .isEmpty());
    }

    @Test
    void everySettingHasANameOfItsOwn() {
        assertThat(RiskPolicy.settings())
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .contains("flag_at", "velocity_1h.points", "velocity_1h.usual", "large_amount.from.CHF");
    }

    @Test
    void oneValueIsChangedAndTheOthersStay() {
        var standard = RiskPolicy.standard();
        var changed = standard.with("flag_at", new BigDecimal("55"));

        assertThat(changed.flagAt()).isEqualTo(55);
        assertThat(changed.with("flag_at", new BigDecimal("40"))).isEqualTo(standard);
        assertThat(standard.flagAt()).isEqualTo(40);
        assertThat(new RiskPolicy(Map.of("flag_at", new BigDecimal("55")))).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource({"40", "40.0", "4E+1", "0.4E2"})
    void aNumberIsTheSameHoweverItIsWritten(BigDecimal value) {
        assertThat(RiskPolicy.standard().with("flag_at", value)).isEqualTo(RiskPolicy.standard());
    }

    @ParameterizedTest
    @CsvSource({
        "flag_at, 0, a whole number from 1 to 100",
        "flag_at, 101, a whole number from 1 to 100",
        "flag_at, 39.5, a whole number from 1 to 100",
        "night.points, -1, a whole number from 0 to 100",
        "night.points, 1E+999999999, a whole number from 0 to 100",
        "night.points, 1E-999999999, a whole number from 0 to 100",
        "velocity_1h.usual, 0, a whole number from 1 to 1000000",
        "velocity_1h.usual, 1000001, a whole number from 1 to 1000000",
        "rate_unusual.rates, 102, a whole number from 1 to 101",
        "rate_unusual.percent, 0, a number with at most 4 decimal places from 0.0001 to 1000000",
        "rate_unusual.percent, 1.00001, a number with at most 4 decimal places from 0.0001 to 1000000",
        "amount_unusual.times, 0.99, a number with at most 6 decimal places from 1 to 1000000",
        "large_amount.from.GBP, 0, a number with at most 4 decimal places from 0.0001 to 1000000000000000000"
    })
    void aValueOutsideItsRangeIsRefusedByName(String setting, BigDecimal value, String range) {
        var standard = RiskPolicy.standard();

        assertThatThrownBy(() -> standard.with(setting, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the risk setting " + setting + " is " + range + ", not " + value);
    }

    @ParameterizedTest
    @CsvSource({"flag_at, 1", "flag_at, 100", "night.points, 0", "night.points, 100", "amount_unusual.times, 2.5"})
    void aValueAtTheEdgeOfItsRangeIsTaken(String setting, BigDecimal value) {
        assertThat(RiskPolicy.standard().with(setting, value).values()).containsEntry(setting, value);
    }

    @ParameterizedTest
    @CsvSource({"velocity_1h.usal", "large_amount.from.XXX", "''"})
    void aSettingThatDoesNotExistIsRefusedByName(String setting) {
        var standard = RiskPolicy.standard();

        assertThatThrownBy(() -> standard.with(setting, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no risk setting " + setting);
    }

    @Test
    void aRuleWithoutPointsIsOff() {
        var scene = Scene.payment("12.50", "EUR").at("00:00:00");
        var off = RiskPolicy.standard().with("night.points", BigDecimal.ZERO);

        assertThat(scene.codes()).containsExactly("night");
        assertThat(scene.risk(off).reasons()).isEmpty();
    }
}
