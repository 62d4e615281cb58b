package dev.sluice.integration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.infra.settings.Preset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the suite refuses before anything happens. */
class ProductionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prod",
                "PROD",
                "eu-prod",
                "prod-2",
                "prod2",
                "production",
                "prd",
                "live",
                "live-eu",
                "x-live",
                "prod1-eu",
                "live2_x"
            })
    void aSuffixOfProductionIsRefused(String suffix) {
        assertThatThrownBy(() -> Production.refuse(suffix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("production");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dev", "it", "sandbox-1", "product", "reproduce", "delivery", "alive", "livestock", "staging"})
    void anotherSuffixIsNot(String suffix) {
        assertThatCode(() -> Production.refuse(suffix)).doesNotThrowAnyException();
    }

    @Test
    void settingsOfProductionAreRefusedWhateverTheyAreCalled() {
        assertThatThrownBy(() -> Production.refuse("customers", Preset.PROD)).hasMessageContaining("preset prod");
        assertThatCode(() -> Production.refuse("customers", Preset.DEV)).doesNotThrowAnyException();
    }

    @Test
    void anAccountOnTheListIsRefusedAndItsNumberNotRepeated() {
        assertThatThrownBy(() -> Production.refuse("000000001234", Set.of("000000001234")))
                .hasMessageContaining("1234")
                .message()
                .doesNotContain("000000001234");
        assertThatCode(() -> Production.refuse("000000001234", Set.of("000000009999")))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingSaidIsTheEmulator() {
        assertThat(Choice.of(Map.of(), Map.of())).isEqualTo(new Choice.OfEmulator());
    }

    @Test
    void anAccountNeedsASuffixOrOutputs() {
        assertThatThrownBy(() -> Choice.of(Map.of("sandbox", "aws"), Map.of())).hasMessageContaining("sandbox.suffix");
        assertThat(Choice.of(Map.of("sandbox", "aws", "sandbox.outputs", "o.json"), Map.of()))
                .isEqualTo(new Choice.OfAccount("", Optional.of(Path.of("o.json")), Set.of()));
        assertThatThrownBy(() -> Choice.of(Map.of("sandbox", "azure"), Map.of()))
                .hasMessageContaining("azure");
    }

    @Test
    void theListOfAccountsIsReadFromBothPlaces() {
        var choice = Choice.of(
                Map.of("sandbox", "aws", "sandbox.suffix", "it", "sandbox.denied", "1,2"),
                Map.of("SANDBOX_DENIED_ACCOUNTS", "3 4\n5"));
        assertThat(choice).isEqualTo(new Choice.OfAccount("it", Optional.empty(), Set.of("1", "2", "3", "4", "5")));
    }
}
