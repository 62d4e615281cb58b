package dev.sluice.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Setting;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where settings come from, and each refusal with its words. */
class SettingsTest {

    private static Settings of(Map<String, String> variables, String context) {
        try {
            return Settings.of(variables, new ObjectMapper().readTree(context));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(context, e);
        }
    }

    private static Settings dev(String settings) {
        return of(Map.of(), "{\"settings\": " + settings + "}");
    }

    @Test
    void whereNobodySaysAnythingItIsDev() {
        var settings = of(Map.of(), "{}");
        assertThat(settings.suffix()).isEqualTo("dev");
        assertThat(settings.preset()).isEqualTo(Preset.DEV);
        assertThat(settings.nameOf("validator")).isEqualTo("sluice-validator-dev");
        assertThat(settings.get(Options.REGION_NAME)).isEmpty();
        assertThat(settings.sources()).containsExactly("default");
    }

    @Test
    void aSuffixThatIsAPresetsNameChoosesItAndAnotherIsDev() {
        assertThat(of(Map.of("ENVIRONMENT_SUFFIX", "prod"), "{}").preset()).isEqualTo(Preset.PROD);
        assertThat(of(Map.of("ENVIRONMENT_SUFFIX", "blue"), "{}").preset()).isEqualTo(Preset.DEV);
        assertThat(of(Map.of("ENVIRONMENT_SUFFIX", "blue"), "{\"settings.blue\": {\"preset\": \"staging\"}}")
                        .preset())
                .isEqualTo(Preset.STAGING);
    }

    @Test
    void theEnvironmentsOwnSettingsGoBeforeThoseOfAllAndTheseBeforeVariablesAndPreset() {
        var context = "{\"settings\": {\"client_rate\": 60, \"cost_center\": \"all\", \"api_rate\": 900},"
                + " \"settings.blue\": {\"client_rate\": 70}, \"settings.red\": {\"client_rate\": 80}}";
        var settings =
                of(Map.of("ENVIRONMENT_SUFFIX", "blue", "COST_CENTER", "variable", "AWS_REGION", "eu-west-1"), context);
        assertThat(settings.get(Options.CLIENT_RATE)).isEqualTo(70);
        assertThat(settings.get(Options.API_RATE)).isEqualTo(900);
        assertThat(settings.get(Options.COST_CENTER)).isEqualTo("all");
        assertThat(settings.get(Options.REGION_NAME)).contains("eu-west-1");
        assertThat(settings.get(Options.CLIENT_BURST)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"api_rate": 0}                     | api_rate is a whole number from 1 to 100000, not '0'
            {"api_rate": 1.5}                   | api_rate is a whole number from 1 to 100000, not '1.5'
            {"api_rate": "10"}                  | api_rate is a whole number from 1 to 100000, not '10'
            {"api_rate": 99999999999}           | api_rate is a whole number from 1 to 100000, not '99999999999'
            {"access_logs": "yes"}              | access_logs is true or false, not 'yes'
            {"architecture": "arm"}             | architecture is "arm64" or "x86_64", not 'arm'
            {"runtime": "java25"}               | runtime is "managed" or "own", not 'java25'
            {"region": "London"}                | region is the name of a region, such as "eu-west-2", not 'London'
            {"cost_center": ""}                 | cost_center is 1 to 256 letters, digits, spaces and _.:/=+@-, not ''
            {"secret_recovery_days": 3}         | secret_recovery_days is 0, or a whole number from 7 to 30, not '3'
            {"alarm_silence_minutes": 7}        | alarm_silence_minutes is "none", or a multiple of 5 from 5 to 1440, not '7'
            {"clients": []}                     | clients is a list of 1 to 100 different names of 1 to 40 lower-case letters, digits and inner dashes, not '[]'
            {"clients": ["a", "a"]}             | clients is a list of 1 to 100 different names of 1 to 40 lower-case letters, digits and inner dashes, not '["a","a"]'
            {"function.query.memory": 64}       | function.query.memory is a whole number from 128 to 10240, not '64'
            {"function.query.start": "warm"}    | function.query.start is "cold", "snapstart", or "provisioned:N" with N from 1 to 1000, not 'warm'
            {"tags": {"Environment": "x"}}      | the tag Environment cannot be set: Sluice sets it itself
            {"preset": "production"}            | preset is dev or staging or prod, not 'production'
            """)
    void aBrokenRuleIsToldWithTheSettingTheRuleAndWhatWasFound(String settings, String message) {
        assertThatThrownBy(() -> dev(settings)).isInstanceOf(Unusable.class).hasMessage(message);
    }

    @Test
    void logsAreKeptForOneOfTheTimesThatCloudWatchKnows() {
        assertThat(dev("{\"log_retention_days\": 14}").get(Options.LOG_RETENTION))
                .isEqualTo(14);
        assertThatThrownBy(() -> dev("{\"log_retention_days\": 8}"))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("log_retention_days is one of 1, 3, 5, 7, 14, 30,")
                .hasMessageEndingWith("not '8'");
    }

    @ParameterizedTest
    @CsvSource({"Dev", "a_b", "-a", "a--b", "averyveryverylongsuffix", "''"})
    void anotherSuffixIsRefused(String suffix) {
        assertThatThrownBy(() -> of(Map.of("ENVIRONMENT_SUFFIX", suffix), "{}"))
                .isInstanceOf(Unusable.class)
                .hasMessage("ENVIRONMENT_SUFFIX is lower-case letters and digits in words joined by dashes, at most 20"
                        + " characters, not '" + suffix + "'");
    }

    @Test
    void aVariableIsHeldToTheSameRule() {
        assertThatThrownBy(() -> of(Map.of("AWS_REGION", "moon"), "{}"))
                .isInstanceOf(Unusable.class)
                .hasMessage("AWS_REGION is the name of a region, such as \"eu-west-2\", not 'moon'");
    }

    @Test
    void whatDoesNotExistIsToldWithWhatWasProbablyMeant() {
        assertThatThrownBy(() -> dev("{\"api_rat\": 1}"))
                .isInstanceOf(Unusable.class)
                .hasMessage("there is no setting 'api_rat'; did you mean 'api_rate'? docs/settings.md lists them all");
        assertThatThrownBy(() -> dev("{\"colour\": \"blue\"}"))
                .isInstanceOf(Unusable.class)
                .hasMessage("there is no setting 'colour'; docs/settings.md lists them all");
    }

    @Test
    void settingsThatAreNoObjectAreRefused() {
        assertThatThrownBy(() -> dev("7"))
                .isInstanceOf(Unusable.class)
                .hasMessage("context.settings in cdktf.json is an object of settings, not '7'");
    }

    @Test
    void aLongValueIsQuotedInPart() {
        assertThatThrownBy(() -> dev("{\"cost_center\": \"" + "?".repeat(300) + "\"}"))
                .isInstanceOf(Unusable.class)
                .hasMessageEndingWith("not '" + "?".repeat(60) + "… (300 characters)'");
    }

    @Test
    void moreReservedThanTheAccountHasIsRefusedWithTheArithmetic() {
        assertThatThrownBy(() ->
                        of(Map.of("ENVIRONMENT_SUFFIX", "prod"), "{\"settings\": {\"account_concurrency\": 500}}"))
                .isInstanceOf(Unusable.class)
                .hasMessage(
                        "reserved_concurrency: validator 100 + processor 100 + enricher 100 + notifier 100 + query 100"
                                + " = 500, but account_concurrency 500 - 100 that must stay unreserved leaves 400; reserve less,"
                                + " or \"none\", or have AWS raise the quota");
    }

    @Test
    void exactlyAsMuchAsTheAccountHasIsFineAndNoneTakesNothing() {
        assertThat(of(Map.of("ENVIRONMENT_SUFFIX", "prod"), "{\"settings\": {\"account_concurrency\": 600}}"))
                .isNotNull();
        var none = Pipeline.BLUEPRINT.functions().stream()
                .map(f -> "\"function." + f.name() + ".reserved_concurrency\": \"none\"")
                .toList();
        var settings = dev("{\"account_concurrency\": 10, " + String.join(", ", none) + "}");
        assertThat(settings.reserved(Pipeline.QUERY)).isEmpty();
    }

    @Test
    void moreKeptWarmThanReservedIsRefused() {
        assertThatThrownBy(() -> dev("{\"function.validator.start\": \"provisioned:6\"}"))
                .isInstanceOf(Unusable.class)
                .hasMessage("function.validator.start keeps 6 executions warm, which is more than the 5 of"
                        + " function.validator.reserved_concurrency");
    }

    @Test
    void aRuntimeOfOnesOwnChangesTheDefaultsThatItCannotHave() {
        var own = dev("{\"runtime\": \"own\"}");
        assertThat(own.get(Options.ARCHITECTURE)).isEqualTo(Architecture.X86_64);
        assertThat(Pipeline.BLUEPRINT.functions())
                .allSatisfy(f -> assertThat(own.get(Options.start(f))).isEqualTo(new Start.Cold()))
                .allSatisfy(f -> assertThat(own.runtimeOf(f)).isEqualTo(LambdaRuntime.OWN));
        assertThat(Compliance.BLUEPRINT.functions())
                .allSatisfy(f -> assertThat(own.runtimeOf(f)).isEqualTo(LambdaRuntime.MANAGED));
        var prod = of(Map.of("ENVIRONMENT_SUFFIX", "prod"), "{\"settings\": {\"runtime\": \"own\"}}");
        assertThat(prod.get(Options.start(Pipeline.VALIDATOR))).isEqualTo(new Start.Provisioned(10));
        assertThat(dev("{}").runtimeOf(Pipeline.VALIDATOR)).isEqualTo(LambdaRuntime.MANAGED);
    }

    @Test
    void whatARuntimeOfOnesOwnCannotDoIsRefusedByName() {
        assertThatThrownBy(() -> dev("{\"runtime\": \"own\", \"architecture\": \"arm64\"}"))
                .isInstanceOf(Unusable.class)
                .hasMessage(
                        "architecture is \"arm64\", but the runtime \"own\" is made for x86_64 alone: leave architecture"
                                + " out, or choose the runtime \"managed\"");
        assertThatThrownBy(() -> dev("{\"runtime\": \"own\", \"function.query.start\": \"snapstart\"}"))
                .isInstanceOf(Unusable.class)
                .hasMessage(
                        "function.query.start is \"snapstart\", which Lambda has for its own runtimes alone: with the"
                                + " runtime \"own\" it is \"cold\" or \"provisioned:N\"");
        assertThat(dev("{\"runtime\": \"own\", \"function.scanner.start\": \"snapstart\"}")
                        .get(Options.start(Compliance.SCANNER)))
                .isEqualTo(new Start.SnapStart());
    }

    @Test
    void fewerReservedThanTheQueueHandsOverAtOnceIsRefused() {
        assertThatThrownBy(() -> dev("{\"function.notifier.reserved_concurrency\": 4}"))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("function.notifier.reserved_concurrency is 4, fewer than the 5 batches that the"
                        + " queue notifications hands over at once");
    }

    @Test
    void aClientMayNotTakeMoreThanAll() {
        assertThatThrownBy(() -> dev("{\"client_rate\": 20, \"api_rate\": 10}"))
                .isInstanceOf(Unusable.class)
                .hasMessage("client_rate is 20, more than the 10 of api_rate that all clients share");
        assertThatThrownBy(() -> dev("{\"client_burst\": 20, \"api_burst\": 10}"))
                .isInstanceOf(Unusable.class)
                .hasMessage("client_burst is 20, more than the 10 of api_burst that all clients share");
    }

    @Test
    void sourcesAndRiskAreHandedOnAsTheyAreWritten() {
        var settings = dev("{\"sources\": {\"b\": {\"zone\": \"Etc/UTC\"}, \"a\": {\"zone\": \"Europe/London\"}},"
                + " \"risk\": {\"flag_at\": 50}}");
        assertThat(settings.sources()).containsExactly("a", "b");
        assertThat(settings.told(Pipeline.SOURCES))
                .isEqualTo("{\"b\":{\"zone\":\"Etc/UTC\"},\"a\":{\"zone\":\"Europe/London\"}}");
        assertThat(settings.told(Pipeline.RISK)).isEqualTo("{\"flag_at\":50}");
        assertThat(settings.told(Pipeline.METRICS)).isEqualTo("Sluice/dev");
    }

    @Test
    void sourcesWithoutOneAreRefused() {
        assertThatThrownBy(() -> dev("{\"sources\": {}}"))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("sources is an object with a member for each source");
    }

    @Test
    void whatNoOptionSaysCannotBeTold() {
        var unknown = new Setting("UNKNOWN", "Nobody knows.");
        assertThatThrownBy(() -> dev("{}").told(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no option says what to write into UNKNOWN");
    }

    @Test
    void everyWayToStartIsReadAndWritten() {
        assertThat(Start.FORM.reading().apply(new ObjectMapper().valueToTree("provisioned:1000")))
                .isEqualTo(Optional.of(new Start.Provisioned(1_000)));
        assertThat(Start.FORM.writing().apply(new Start.Provisioned(7))).isEqualTo("\"provisioned:7\"");
        assertThat(Start.FORM.writing().apply(new Start.Cold())).isEqualTo("\"cold\"");
        assertThat(Start.FORM.writing().apply(new Start.SnapStart())).isEqualTo("\"snapstart\"");
        assertThat(Start.FORM.reading().apply(new ObjectMapper().valueToTree(7)))
                .isEmpty();
    }
}
