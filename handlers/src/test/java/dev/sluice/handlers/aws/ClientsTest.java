package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Use.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What is made of the variables that Lambda sets. */
class ClientsTest {

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "AWS_REGION", "eu-west-2",
            "AWS_ACCESS_KEY_ID", "FAKE-ACCESS-KEY",
            "AWS_SECRET_ACCESS_KEY", "fake-secret-key",
            "AWS_SESSION_TOKEN", "fake-token"));

    @Test
    void aFunctionHasItsRolesCredentialsFromVariables() {
        assertThat(Clients.of(variables).credentials().resolveCredentials())
                .isEqualTo(AwsSessionCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key", "fake-token"));
        variables.remove("AWS_SESSION_TOKEN");
        assertThat(Clients.of(variables).credentials().resolveCredentials())
                .isEqualTo(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key"));
    }

    @Test
    void aFunctionUnderSnapStartAsksForThemWhenItNeedsThem() {
        variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:1/none");
        assertThat(Clients.of(variables).credentials()).isInstanceOf(ContainerCredentialsProvider.class);
        variables.remove("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        variables.remove("AWS_ACCESS_KEY_ID");
        assertThat(Clients.of(variables).credentials()).isInstanceOf(ContainerCredentialsProvider.class);
    }

    @Test
    void regionAndEndpointAreTheVariables() {
        assertThat(Clients.of(variables).region()).isEqualTo(Region.EU_WEST_2);
        assertThat(Clients.of(variables).endpoint()).isEmpty();
        variables.put("AWS_ENDPOINT_URL", "http://127.0.0.1:4566");
        assertThat(Clients.of(variables).endpoint()).contains(URI.create("http://127.0.0.1:4566"));
    }

    @Test
    void allAttemptsOfACallFitTheTimeOfEachFunctionThatMakesIt() {
        assertThat(Pipeline.BLUEPRINT.functions())
                .allSatisfy(f -> assertThat(Clients.Limits.STANDARD.call()).isLessThan(f.timeout()));
    }

    @Test
    void aCallIsTriedAsOftenAsItsLimitsSay() throws IOException {
        var brief = new Clients.Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(30));
        var patient = new Clients.Limits(
                Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(30), 6, Duration.ofMillis(60));
        assertThat(brief.attempts()).isEqualTo(Clients.Limits.STANDARD.attempts());
        assertThat(attempts(brief)).isEqualTo(3);
        assertThat(attempts(patient)).isEqualTo(6);
    }

    /** How often an endpoint that always has too much to do is asked. */
    private static int attempts(Clients.Limits limits) throws IOException {
        var asked = new AtomicInteger();
        var busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        busy.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().add("x-amzn-errortype", "ThrottlingException");
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        busy.start();
        var endpoint = URI.create("http://127.0.0.1:" + busy.getAddress().getPort());
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake"));
        try (var sqs = new Clients(Region.EU_WEST_2, credentials, Optional.of(endpoint), limits).sqs()) {
            assertThatThrownBy(sqs::listQueues).isInstanceOf(SqsException.class);
        } finally {
            busy.stop(0);
        }
        return asked.get();
    }

    @Test
    void aUseThatTheBlueprintDoesNotStateCannotBeHad() {
        var query = new Environment(Pipeline.QUERY, Map.of("TRANSACTIONS_TABLE", "t"));
        assertThat(query.of(Kind.LISTS, Pipeline.TRANSACTIONS_TABLE)).isEqualTo("t");
        assertThatThrownBy(() -> query.of(Kind.WRITES, Pipeline.TRANSACTIONS_TABLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("query does not say in the blueprint that it WRITES transactions");
        assertThatThrownBy(() -> query.of(Pipeline.SOURCES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("query does not say in the blueprint that it is told SOURCES");
    }
}
