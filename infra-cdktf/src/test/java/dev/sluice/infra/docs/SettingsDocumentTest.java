package dev.sluice.infra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.infra.settings.Option;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} says what can be chosen. */
class SettingsDocumentTest {

    @Test
    void thePageIsWhatTheOptionsSay() {
        new Page("settings.md").is(SettingsDocument.of());
    }

    @Test
    void everyOptionSaysWhatItMeansInSentences() {
        assertThat(Options.ALL)
                .allSatisfy(option -> assertThat(option.meaning()).matches("[A-Z`].+\\."));
    }

    @Test
    void everyOptionHasANameOfItsOwnInTheDocumentedForm() {
        assertThat(Options.ALL)
                .extracting(Option::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("(function\\.[a-z]+(-[a-z]+)*\\.)?[a-z]+(_[a-z]+)*"));
    }

    @Test
    void everyOptionOfAFunctionIsOfOneThatThereIs() {
        assertThat(Options.ALL)
                .extracting(Option::name)
                .filteredOn(name -> name.startsWith("function."))
                .allMatch(name ->
                        Options.FUNCTIONS.stream().anyMatch(f -> f.name().equals(name.split("\\.", -1)[1])));
    }

    @Test
    void itsExampleDoesWhatTheTextBelowItSays() throws JsonProcessingException {
        var page = SettingsDocument.of();
        var begin = page.indexOf("```json") + "```json".length();
        var context = new ObjectMapper()
                .readTree(page.substring(begin, page.indexOf("```", begin)))
                .path("context");

        var prod = Settings.of(Map.of(Settings.SUFFIX_VARIABLE, "prod"), context);
        var other = Settings.of(Map.of(Settings.SUFFIX_VARIABLE, "eu-1"), context);

        assertThat(prod.preset()).isEqualTo(Preset.PROD);
        assertThat(prod.get(Options.SILENCE)).isPresent();
        assertThat(other.preset()).isEqualTo(Preset.PROD);
        assertThat(other.get(Options.SILENCE)).isEmpty();
    }
}
