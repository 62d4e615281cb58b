package dev.sluice.integration.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.enriching.RiskSettings;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.infra.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings tell functions by default is what the functions can read. */
class ToldTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void theDefaultsAreReadByThoseWhoAreTold(String preset) throws IOException {
        var settings = Settings.of(Map.of("ENVIRONMENT_SUFFIX", preset));
        assertThat(Sources.read(stream(settings.told(Pipeline.SOURCES)))
                        .byName()
                        .keySet())
                .containsExactlyElementsOf(settings.sources());
        assertThat(RiskSettings.read(stream(settings.told(Pipeline.RISK)))).isNotNull();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
