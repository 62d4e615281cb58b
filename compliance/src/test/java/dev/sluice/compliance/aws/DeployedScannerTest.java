package dev.sluice.compliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Compliance;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner as Lambda makes it: from nothing but its environment. */
class DeployedScannerTest {

    private static final String NORM =
            "{\"suffix\": \"dev\", \"tags\": {\"Project\": \"sluice\", \"Environment\": \"dev\"},"
                    + " \"logDays\": 30, \"deadLetterDays\": 14, \"recorder\": \"default\"}";

    @Test
    void theBlueprintNamesAClassThatLambdaCanMake() throws ReflectiveOperationException {
        var entry = Class.forName(Compliance.SCANNER.handler());
        assertThat(entry).isAssignableTo(RequestStreamHandler.class).isPublic();
        assertThat(entry.getConstructor()).isNotNull();
    }

    @Test
    void itIsMadeWithoutACall() {
        assertThat(Deployed.scanner(variables())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WATCHED_ENVIRONMENT",
                "FINDINGS_TABLE",
                "REPORTS_BUCKET",
                "FINDINGS_TOPIC_ARN",
                "REPAIRS_QUEUE_URL",
                "NORM",
                "ALARMS",
                "SUPPRESSIONS",
                "METRICS_NAMESPACE",
                "AWS_REGION"
            })
    void aVariableThatIsMissingIsNamed(String name) {
        var variables = variables();
        variables.remove(name);
        assertThatThrownBy(() -> Deployed.scanner(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the environment variable " + name + " ");
    }

    @Test
    void aNormOfAnotherEnvironmentIsRefused() {
        var variables = variables();
        variables.put("WATCHED_ENVIRONMENT", "prod");
        assertThatThrownBy(() -> Deployed.scanner(variables))
                .hasMessage("the environment variable NORM: it is of dev, and prod is watched");
    }

    @Test
    void namesOfAlarmsThatAreNoneAreRefused() {
        var variables = variables();
        variables.put("ALARMS", "api errors");
        assertThatThrownBy(() -> Deployed.scanner(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the environment variable ALARMS: ");
    }

    private static Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        variables.put("AWS_REGION", "eu-west-2");
        variables.put("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
        variables.put("WATCHED_ENVIRONMENT", "dev");
        variables.put("FINDINGS_TABLE", "findings");
        variables.put("REPORTS_BUCKET", "reports");
        variables.put("FINDINGS_TOPIC_ARN", "arn:aws:sns:eu-west-2:123456789012:findings");
        variables.put("REPAIRS_QUEUE_URL", "http://127.0.0.1:9/repairs");
        variables.put("NORM", NORM);
        variables.put("ALARMS", "api-errors,processor-errors;scanner-errors");
        variables.put("SUPPRESSIONS", "{\"suppressions\": []}");
        variables.put("METRICS_NAMESPACE", "Sluice/dev");
        return variables;
    }
}
