package dev.sluice.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much a function can be told. */
class ToldTest {

    private static final Settings SETTINGS = Settings.of(Map.of());

    private static Map<String, String> told(Function function, String variable, String value) {
        var variables = new HashMap<String, String>();
        function.settings().forEach(s -> variables.put(s.environmentVariable(), "{}"));
        function.uses().forEach(use -> variables.put(use.environmentVariable(), "${named when it is deployed}"));
        variables.put(variable, value);
        return variables;
    }

    private static void check(Function function, String variable, String value) {
        Told.check(function, told(function, variable, value), SETTINGS);
    }

    @Test
    void aFunctionIsToldFourKilobytesAndNotOneByteMore() {
        check(Pipeline.VALIDATOR, "SOURCES", "");
        var room = room(Pipeline.VALIDATOR, "SOURCES");
        assertThatCode(() -> check(Pipeline.VALIDATOR, "SOURCES", "x".repeat(room)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(Pipeline.VALIDATOR, "SOURCES", "x".repeat(room + 1)))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("sources is too long: the function validator would be told ")
                .hasMessageEndingWith(", together 4097 bytes of JSON, and Lambda takes 4096");
    }

    @Test
    void aQuotationMarkCountsTwiceAndALetterBeyondAsciiWithAllItsBytes() {
        var room = room(Pipeline.VALIDATOR, "SOURCES");
        assertThatCode(() -> check(Pipeline.VALIDATOR, "SOURCES", "\"".repeat(room / 2)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(Pipeline.VALIDATOR, "SOURCES", "\"".repeat(room / 2 + 1)))
                .isInstanceOf(Unusable.class);
        assertThatThrownBy(() -> check(Pipeline.VALIDATOR, "SOURCES", "ü".repeat(room / 2 + 1)))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void theSettingThatTakesTheMostRoomIsNamed() {
        assertThatThrownBy(() -> check(Pipeline.ENRICHER, "RISK", "x".repeat(4_096)))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("risk is too long: the function enricher");
        assertThatThrownBy(() -> check(Compliance.REMEDIATOR, "NORM", "x".repeat(4_096)))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("tags is too long: the function remediator");
        assertThatThrownBy(() -> check(Pipeline.QUERY, "METRICS_NAMESPACE", "x".repeat(4_096)))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("the function query would be told ");
    }

    @Test
    void whatIsNamedWhenItIsDeployedCountsWithTheLongestItCanBe() {
        var message = message(Compliance.SCANNER, "NORM");
        assertThat(message)
                .contains("FINDINGS_TOPIC_ARN "
                        + Told.bytes(Map.of(
                                "FINDINGS_TOPIC_ARN",
                                "arn:aws-us-gov:sns:ap-southeast-99:123456789012:sluice-findings-dev")))
                .contains("REPORTS_BUCKET " + Told.bytes(Map.of("REPORTS_BUCKET", "sluice-reports-123456789012-dev")));
    }

    private static String message(Function function, String variable) {
        try {
            check(function, variable, "x".repeat(5_000));
        } catch (Unusable unusable) {
            return unusable.getMessage();
        }
        throw new AssertionError("5,000 bytes fit");
    }

    /** How much of plain text still fits. */
    private static int room(Function function, String variable) {
        var text = message(function, variable);
        var together = text.replaceFirst(".*together ([0-9]+) bytes.*", "$1");
        return 5_000 - (Integer.parseInt(together) - Told.MOST);
    }
}
