package dev.sluice.cli.preflight.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.preflight.Account;
import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Caller;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/** What is made of AWS's answers, as AWS documents them. */
class AwsAccountTest {

    static final AwsCredentialsProvider FAKE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key"));
    private static final Clients.Limits LIMITS =
            new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    private static final Clients.Limits SHORT =
            new Clients.Limits(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(300));

    private Wire wire;

    @BeforeEach
    void listen() throws IOException {
        wire = new Wire();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    static AwsAccount account(URI endpoint, AwsCredentialsProvider credentials, Clients.Limits limits) {
        return new AwsAccount(new Clients(Region.EU_WEST_2, credentials, Optional.of(endpoint), limits));
    }

    private Account account() {
        return account(wire.url(), FAKE, LIMITS);
    }

    @Test
    void theQuotaIsRead() {
        wire.json(
                200,
                "{\"AccountLimit\":{\"TotalCodeSize\":80530636800,\"CodeSizeUnzipped\":262144000,"
                        + "\"CodeSizeZipped\":52428800,\"ConcurrentExecutions\":1000,\"UnreservedConcurrentExecutions\":900},"
                        + "\"AccountUsage\":{\"TotalCodeSize\":0,\"FunctionCount\":0}}");

        assertThat(account().concurrency()).isEqualTo(new Answer.Known<>(new Account.Concurrency(1000, 900)));
        assertThat(wire.asked).containsExactly("GET /2016-08-19/account-settings");
    }

    @Test
    void whatIsReservedForAFunctionIsRead() {
        wire.json(200, "{\"ReservedConcurrentExecutions\":7}").json(200, "{}").error(404, "ResourceNotFoundException");

        assertThat(account().reservedFor("f")).isEqualTo(new Answer.Known<>(7L));
        assertThat(account().reservedFor("f")).isEqualTo(new Answer.Known<>(0L));
        assertThat(account().reservedFor("f")).isEqualTo(new Answer.Known<>(0L));
    }

    @Test
    void theRoleOfApiGatewayIsReadByItsName() {
        wire.json(200, "{\"cloudwatchRoleArn\":\"arn:aws:iam::123456789012:role/path/gateway-logs\"}")
                .json(200, "{\"throttleSettings\":{\"burstLimit\":5000,\"rateLimit\":10000.0}}")
                .json(200, "{\"cloudwatchRoleArn\":\"\"}");

        assertThat(account().gatewayLogRole()).isEqualTo(new Answer.Known<>(Optional.of("gateway-logs")));
        assertThat(account().gatewayLogRole()).isEqualTo(new Answer.Known<>(Optional.empty()));
        assertThat(account().gatewayLogRole()).isEqualTo(new Answer.Known<>(Optional.empty()));
    }

    @Test
    void recordersAreReadWithWhatTheyDo() {
        wire.json(200, "{\"ConfigurationRecorders\":[{\"name\":\"default\"},{\"name\":\"of-a-service\"}]}")
                .json(
                        200,
                        "{\"ConfigurationRecordersStatus\":[{\"name\":\"default\",\"recording\":true},"
                                + "{\"name\":\"of-a-service\",\"recording\":false}]}");

        assertThat(account().recorders())
                .isEqualTo(new Answer.Known<>(
                        List.of(new Account.Recorder("default", true), new Account.Recorder("of-a-service", false))));
    }

    @Test
    void whoAsksIsRead() {
        wire.xml(200, """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>arn:aws:sts::123456789012:assumed-role/deployer/me</Arn><UserId>AROA:me</UserId>
                <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""");

        assertThat(account().caller()).isEqualTo(new Answer.Known<>(new Caller("9012", "role deployer")));
    }

    @Test
    void withoutCredentialsNothingIsSent() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials");
        };

        unknown(account(wire.url(), none, LIMITS).caller(), "no credentials were found");
        assertThat(wire.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredToken", "InvalidClientTokenId", "SignatureDoesNotMatch"})
    void credentialsThatAreRefusedAreTold(String code) {
        wire.xml(
                403,
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>arn:aws:iam::123456789012:x"
                        + "</Message></Error></ErrorResponse>");

        unknown(account().caller(), "the credentials are refused (" + code + ")");
    }

    @Test
    void aRightThatIsMissingIsNamed() {
        wire.error(403, "AccessDeniedException");
        unknown(account().concurrency(), "these credentials may not lambda:GetAccountSettings (AccessDeniedException)");

        wire.error(403, "AccessDeniedException");
        unknown(
                account().gatewayLogRole(),
                "these credentials may not apigateway:GET on /account (AccessDeniedException)");

        wire.error(400, "AccessDeniedException");
        unknown(account().logGroup("g"), "these credentials may not logs:DescribeLogGroups (AccessDeniedException)");

        wire.error(400, "AccessDeniedException");
        unknown(account().table("t"), "these credentials may not dynamodb:DescribeTable (AccessDeniedException)");

        wire.error(400, "AccessDeniedException");
        unknown(
                account().recorders(),
                "these credentials may not config:DescribeConfigurationRecorders (AccessDeniedException)");
    }

    @Test
    void theRightToReadTagsMayBeMissingAlone() {
        wire.json(200, "{\"logGroups\":[{\"logGroupName\":\"g\",\"arn\":\"arn:aws:logs:r:1:log-group:g:*\"}]}")
                .error(400, "AccessDeniedException");
        unknown(account().logGroup("g"), "these credentials may not logs:ListTagsForResource (AccessDeniedException)");

        wire.json(200, "{\"Table\":{\"TableName\":\"t\",\"TableArn\":\"arn:aws:dynamodb:eu-west-2:1:table/t\"}}")
                .error(400, "AccessDeniedException");
        unknown(account().table("t"), "these credentials may not dynamodb:ListTagsOfResource (AccessDeniedException)");
    }

    @Test
    void anotherRefusalIsToldByItsCode() {
        wire.error(400, "InvalidParameterException");

        unknown(account().logGroup("g"), "logs:DescribeLogGroups was answered with InvalidParameterException (400)");

        wire.xml(404, "<html>not here</html>");
        unknown(account().concurrency(), "lambda:GetAccountSettings was answered with no code (404)");
    }

    @Test
    void nobodyThereIsToldAsThat() throws IOException {
        URI nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        unknown(account(nobody, FAKE, LIMITS).caller(), "sts:GetCallerIdentity was not reached (ConnectException)");
    }

    @Test
    void whoNeverAnswersIsNotWaitedFor() throws IOException {
        // Connections stand, since the system accepts them, and nobody ever reads.
        try (var silent = new ServerSocket(0)) {
            var account = account(URI.create("http://127.0.0.1:" + silent.getLocalPort()), FAKE, SHORT);

            assertThat(account.caller())
                    .isInstanceOfSatisfying(
                            Answer.Unknown.class,
                            unknown -> assertThat(unknown.why()).startsWith("sts:GetCallerIdentity "));
        }
    }

    private static void unknown(Answer<?> answer, String why) {
        new ObjectAssert<Object>(answer).isInstanceOfSatisfying(Answer.Unknown.class, unknown -> {
            assertThat(unknown.why()).isEqualTo(why);
            assertThat(unknown.remedy().sentence()).isNotBlank().doesNotContain("123456789012");
        });
    }
}
