package dev.sluice.cli.scan.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.scan.Looked;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.handlers.aws.Clients;
import dev.sluice.handlers.aws.Emulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** The account at hand, played by the emulator. */
class EmulatedScanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final StaticCredentialsProvider FAKE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key"));

    private final AwsAccountAtHand account = new AwsAccountAtHand(FAKE, Optional.of(Emulator.url()));

    private static Norm norm(String suffix) {
        return new Norm(suffix, Map.of("Project", "sluice", "Environment", suffix), 30, 14, "default");
    }

    @Test
    void whatIsDeployedIsReadAndHeldAgainstTheRules() {
        try (var logs = clients().made(CloudWatchLogsClient.builder())) {
            logs.createLogGroup(ask -> ask.logGroupName("/aws/lambda/sluice-orders-scanned"));
        }
        var norm = norm("scanned");
        var graph = account.in("eu-west-2", norm).read();
        var looked = Looked.at(graph, Optional.of(norm), List.of(), TODAY);

        assertThat(looked.judged().broken().keySet())
                .extracting(key -> key.id())
                .contains("account-missing-tags@aws_cloudwatch_log_group./aws/lambda/sluice-orders-scanned");
    }

    @Test
    void ofAnEnvironmentThatIsNotDeployedThereIsNothing() {
        var graph = account.in("eu-west-2", norm("nowhere")).read();

        assertThat(graph.resources()).allMatch(resource -> resource.data());
    }

    @Test
    void withoutCredentialsThatIsSaidWithWhatToDo() {
        var nobody = new AwsAccountAtHand(
                () -> {
                    throw SdkClientException.create("none");
                },
                Optional.empty());

        assertThat(nobody.withoutCredentials())
                .hasValueSatisfying(why -> assertThat(why).contains("set AWS_PROFILE"));
        assertThat(account.withoutCredentials()).isEmpty();
    }

    private Clients clients() {
        return new Clients(
                Region.EU_WEST_2,
                FAKE,
                account.endpoint(),
                new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)));
    }
}
