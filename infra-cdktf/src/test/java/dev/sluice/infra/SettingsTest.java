package dev.sluice.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings can be used, and what is said of those that cannot. */
class SettingsTest {

    @Test
    void withoutAnythingItIsTheDevEnvironmentInNoStatedRegion() {
        assertThat(Settings.of(Map.of())).isEqualTo(new Settings("dev", Optional.empty(), "sluice"));
    }

    @Test
    void eachIsReadFromItsVariable() {
        assertThat(Settings.of(Map.of(
                        "ENVIRONMENT_SUFFIX", "pr-42", "AWS_REGION", "us-gov-west-1", "COST_CENTER", "cards/eu")))
                .isEqualTo(new Settings("pr-42", Optional.of("us-gov-west-1"), "cards/eu"));
    }

    @Test
    void everyNameEndsWithTheSuffix() {
        assertThat(Settings.of(Map.of("ENVIRONMENT_SUFFIX", "prod")).nameOf("processor-dlq"))
                .isEqualTo("sluice-processor-dlq-prod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dev", "a_b", "-a", "a-", "a--b", "a b", "x23456789012345678901"})
    void anotherSuffixIsRefused(String suffix) {
        assertThatThrownBy(() -> Settings.of(Map.of("ENVIRONMENT_SUFFIX", suffix)))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessage("ENVIRONMENT_SUFFIX is lower-case letters and digits in words joined by dashes,"
                        + " at most 20 characters, not '" + suffix + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "London", "eu-west", "eu-west-2a"})
    void whatIsNoRegionIsRefused(String region) {
        assertThatThrownBy(() -> Settings.of(Map.of("AWS_REGION", region)))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessage("AWS_REGION is the name of a region, such as eu-west-2, not '" + region + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "50 %"})
    void whatCannotBeATagIsRefused(String costCenter) {
        assertThatThrownBy(() -> Settings.of(Map.of("COST_CENTER", costCenter)))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessage("COST_CENTER is 1 to 256 letters, digits, spaces and _.:/=+@-, not '" + costCenter + "'");
    }
}
