package dev.sluice.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Pipeline;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be chosen of the watch, and what its functions are told of it. */
class ComplianceSettingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Settings settings(String suffix, String settings) {
        return Settings.of(Map.of("ENVIRONMENT_SUFFIX", suffix), read("{\"settings\": " + settings + "}"));
    }

    private static JsonNode norm(Settings settings) {
        return read(settings.told(Compliance.NORM));
    }

    private static JsonNode suppressions(Settings settings) {
        return read(settings.told(Compliance.SUPPRESSIONS));
    }

    @ParameterizedTest
    @CsvSource({"dev, 30", "staging, 90", "prod, 365"})
    void everyPresetScansHourlyAndRepairsNothingAndKeepsReportsAsLongAsItMatters(String preset, int days) {
        var settings = settings(preset, "{}");
        assertThat(settings.get(Options.SCAN_EVERY)).isEqualTo(60);
        assertThat(settings.get(Options.SCAN_ENABLED)).isTrue();
        assertThat(settings.get(Options.REPAIRS)).isEqualTo(Repairs.DRY_RUN);
        assertThat(settings.get(Options.REPORT_DAYS)).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scan_every_minutes\": 10}",
                "{\"scan_every_minutes\": 720}",
                "{\"scan_enabled\": false}",
                "{\"repairs\": \"apply\"}",
                "{\"repairs\": \"dry-run\"}",
                "{\"report_days\": 14}",
                "{\"report_days\": 3650}"
            })
    void whatKeepsTheRuleIsTaken(String settings) {
        assertThat(settings("dev", settings)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"scan_every_minutes": 9}      | scan_every_minutes is a whole number from 10 to 720, not '9'
            {"scan_every_minutes": 721}    | scan_every_minutes is a whole number from 10 to 720, not '721'
            {"scan_every_minutes": "60"}   | scan_every_minutes is a whole number from 10 to 720, not '60'
            {"scan_enabled": "no"}         | scan_enabled is true or false, not 'no'
            {"repairs": true}              | repairs is "dry-run" or "apply", not 'true'
            {"repairs": "Apply"}           | repairs is "dry-run" or "apply", not 'Apply'
            {"report_days": 13}            | report_days is a whole number from 14 to 3650, not '13'
            {"report_days": 3651}          | report_days is a whole number from 14 to 3650, not '3651'
            {"scan_every_minute": 60}      | there is no setting 'scan_every_minute'; did you mean 'scan_every_minutes'? docs/settings.md lists them all
            """)
    void whatBreaksItIsRefusedByName(String settings, String message) {
        assertThatThrownBy(() -> settings("dev", settings))
                .isInstanceOf(Unusable.class)
                .hasMessage(message);
    }

    @Test
    void theNormSaysHowThingsAreToBeInTheFormThatTheScannerReads() {
        var norm = norm(settings(
                "blue",
                "{\"log_retention_days\": 14, \"config_recorder\": \"main\", \"cost_center\": \"cards\","
                        + " \"tags\": {\"Team\": \"payments\"}}"));
        assertThat(norm.get("suffix")).isEqualTo(read("\"blue\""));
        assertThat(norm.get("logDays")).isEqualTo(read("14"));
        assertThat(norm.get("deadLetterDays")).isEqualTo(read("14"));
        assertThat(norm.get("recorder")).isEqualTo(read("\"main\""));
        assertThat(norm.get("tags"))
                .isEqualTo(read("{\"CostCenter\": \"cards\", \"Environment\": \"blue\", \"ManagedBy\": \"cdktf\","
                        + " \"Project\": \"sluice\", \"Team\": \"payments\"}"));
    }

    @Test
    void theDaysOfDeadLettersAreThoseOfEveryQueueOfThem() {
        assertThat(Pipeline.ENRICHER_DEAD_LETTERS.retention().toDays())
                .isEqualTo(norm(settings("dev", "{}")).get("deadLetterDays").asLong());
        assertThat(Compliance.REPAIRS_QUEUE.deadLetters().retention())
                .isEqualTo(Compliance.SCANNER_DEAD_LETTERS.retention());
    }

    @Test
    void theSameSettingsTellTheSame() {
        var tags = "{\"tags\": {\"b\": \"2\", \"a\": \"1\", \"c\": \"3\"}}";
        assertThat(settings("dev", tags).told(Compliance.NORM))
                .isEqualTo(settings("dev", "{\"tags\": {\"c\": \"3\", \"b\": \"2\", \"a\": \"1\"}}")
                        .told(Compliance.NORM));
    }

    @Test
    void whatASettingDecidesAgainstARuleIsSuppressedWithReasonAndEndAndOfAllThatIsDeployed() {
        assertThat(suppressions(settings("dev", "{}")).get("suppressions"))
                .singleElement()
                .satisfies(decided -> {
                    assertThat(decided.get("rule").asText()).isEqualTo("apigateway-stage-without-access-log");
                    assertThat(decided.get("resource").asText()).isEqualTo("aws_api_gateway_stage.*");
                    assertThat(decided.get("until").asText()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
                    assertThat(decided.get("reason").asText()).contains("access_logs");
                });
        assertThat(suppressions(settings("prod", "{}"))).isEqualTo(read("{\"suppressions\": []}"));
    }

    @ParameterizedTest
    @CsvSource({"dry-run", "apply"})
    void theRemediatorIsToldTheWord(String word) {
        assertThat(settings("dev", "{\"repairs\": \"" + word + "\"}").told(Compliance.REPAIRS))
                .isEqualTo(word);
    }
}
