package dev.sluice.infra;

import static dev.sluice.infra.Synthesized.statements;
import static dev.sluice.infra.TransactionsStackTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who watch may do: the scanner reads, the remediator changes a few things, and neither looks at what is kept. */
class WatchRightsTest {

    /** What either function does for itself, on the stack's own things alone. */
    private static final Set<String> FOR_ITSELF = Set.of(
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem",
            "kms:Decrypt",
            "kms:GenerateDataKey",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "s3:PutObject",
            "sns:Publish",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:ReceiveMessage",
            "sqs:SendMessage",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");

    /** By which one learns what is kept and not how it is configured. */
    private static final Set<String> READS_CONTENTS = Set.of(
            "dynamodb:BatchGetItem",
            "dynamodb:GetItem",
            "dynamodb:GetRecords",
            "dynamodb:Query",
            "dynamodb:Scan",
            "kms:Decrypt",
            "lambda:GetFunction",
            "lambda:GetFunctionConfiguration",
            "logs:FilterLogEvents",
            "logs:GetLogEvents",
            "s3:GetObject",
            "secretsmanager:GetSecretValue",
            "sqs:ReceiveMessage");

    private static List<JsonNode> rights(String preset, String function) {
        return statements(Watch.in(preset).one("aws_iam_role_policy", function).get("policy"));
    }

    private static SortedSet<String> actions(Stream<JsonNode> statements) {
        return statements.flatMap(s -> texts(s.get("Action")).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it names only what this stack makes. */
    private static boolean isOfItsOwn(JsonNode statement) {
        return texts(statement.get("Resource")).stream().allMatch(arn -> arn.startsWith("${aws_"))
                || texts(statement.get("Action")).stream().allMatch(action -> action.startsWith("xray:"));
    }

    private static boolean isRead(String action) {
        return action.matches("[a-z0-9-]+:((Get|List|Describe)[A-Z][A-Za-z]*|GET)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void theScannerOnlyReadsWhatIsNotItsOwn(String preset) {
        assertThat(rights(preset, "scanner"))
                .filteredOn(s -> !isOfItsOwn(s))
                .hasSizeGreaterThan(10)
                .allSatisfy(s -> assertThat(texts(s.get("Action"))).allMatch(WatchRightsTest::isRead));
        assertThat(actions(rights(preset, "scanner").stream().filter(WatchRightsTest::isOfItsOwn)))
                .isSubsetOf(FOR_ITSELF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void nothingThatIsKeptIsReadWhereItIsNotTheirOwn(String preset) {
        assertThat(actions(rights(preset, "scanner").stream().filter(s -> !isOfItsOwn(s))))
                .doesNotContainAnyElementsOf(READS_CONTENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void theRemediatorChangesExactlyWhatCanBePutRight(String preset) {
        var writes = actions(rights(preset, "remediator").stream().filter(s -> !isOfItsOwn(s)));
        writes.removeIf(WatchRightsTest::isRead);
        assertThat(writes)
                .containsExactlyInAnyOrder(
                        "dynamodb:TagResource",
                        "dynamodb:UpdateContinuousBackups",
                        "lambda:TagResource",
                        "lambda:UpdateFunctionConfiguration",
                        "logs:PutRetentionPolicy",
                        "logs:TagResource",
                        "s3:PutBucketPublicAccessBlock",
                        "s3:PutBucketTagging",
                        "sns:SetTopicAttributes",
                        "sns:TagResource",
                        "sqs:SetQueueAttributes",
                        "sqs:TagQueue");
        assertThat(actions(rights(preset, "remediator").stream().filter(WatchRightsTest::isOfItsOwn)))
                .isSubsetOf(FOR_ITSELF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void whatIsChangedBearsANameOfTheEnvironment(String preset) {
        assertThat(rights(preset, "remediator"))
                .filteredOn(s -> !isOfItsOwn(s))
                .filteredOn(s -> !texts(s.get("Action")).stream().allMatch(WatchRightsTest::isRead))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(texts(s.get("Resource")))
                        .allMatch(arn -> arn.matches(".*[:/]sluice-\\*(-dlq)?-" + preset + "(:\\*)?")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void onlyDeadLetterQueuesAreSetOtherwise(String preset) {
        assertThat(rights(preset, "remediator"))
                .filteredOn(s -> texts(s.get("Action")).contains("sqs:SetQueueAttributes"))
                .singleElement()
                .satisfies(s -> assertThat(texts(s.get("Resource")))
                        .singleElement()
                        .asString()
                        .endsWith(":sluice-*-dlq-" + preset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void everyResourceIsNamedOnlyToWhatKnowsNone(String preset) {
        for (var function : List.of("scanner", "remediator")) {
            assertThat(rights(preset, function)).allSatisfy(s -> {
                assertThat(texts(s.get("Action"))).noneMatch(action -> action.contains("*"));
                if (texts(s.get("Resource")).contains("*")) {
                    assertThat(texts(s.get("Resource"))).containsExactly("*");
                    assertThat(WithoutResources.ACTIONS.keySet()).containsAll(texts(s.get("Action")));
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void noReasonIsGivenForWhatNobodyIsAllowed(String preset) {
        var wide = actions(Stream.of("scanner", "remediator")
                .flatMap(function -> rights(preset, function).stream())
                .filter(s -> texts(s.get("Resource")).contains("*")));
        assertThat(wide).containsExactlyInAnyOrderElementsOf(WithoutResources.ACTIONS.keySet());
    }

    /** What is listed by its kind reaches all of the kind; of nothing else is more allowed than bears the suffix. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void whatIsReadBeyondTheEnvironmentIsOnlyWhatIsListed(String preset) {
        for (var function : List.of("scanner", "remediator")) {
            var beyond = rights(preset, function).stream()
                    .filter(s -> !isOfItsOwn(s))
                    .filter(s -> !texts(s.get("Resource")).contains("*"))
                    .filter(s -> texts(s.get("Resource")).stream()
                            .anyMatch(arn -> !arn.contains("sluice-*-" + preset) && !arn.contains("-dlq-" + preset)));
            assertThat(actions(beyond))
                    .isSubsetOf(
                            "apigateway:GET",
                            "cloudwatch:DescribeAlarms",
                            "events:ListRules",
                            "kms:DescribeKey",
                            "kms:GetKeyPolicy",
                            "kms:GetKeyRotationStatus",
                            "kms:ListResourceTags",
                            "logs:DescribeLogGroups");
        }
    }
}
