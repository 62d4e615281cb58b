package dev.sluice.compliance.repair;

import static dev.sluice.compliance.repair.SmallEnvironment.BLOCK;
import static dev.sluice.compliance.repair.SmallEnvironment.BUCKET;
import static dev.sluice.compliance.repair.SmallEnvironment.FUNCTION;
import static dev.sluice.compliance.repair.SmallEnvironment.GROUP;
import static dev.sluice.compliance.repair.SmallEnvironment.KEY;
import static dev.sluice.compliance.repair.SmallEnvironment.LETTERS;
import static dev.sluice.compliance.repair.SmallEnvironment.ROLE_POLICY;
import static dev.sluice.compliance.repair.SmallEnvironment.TABLE;
import static dev.sluice.compliance.repair.SmallEnvironment.TOPIC;
import static dev.sluice.compliance.repair.SmallEnvironment.arn;
import static dev.sluice.compliance.repair.SmallEnvironment.keyArn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.compliance.rule.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What can be put right")
class RepairsTest {

    private final SmallEnvironment environment = new SmallEnvironment();

    @Test
    @DisplayName("is nothing where nothing is wrong")
    void nothing() {
        assertThat(SmallEnvironment.look(environment.graph()).stream()
                        .filter(finding ->
                                Repairs.rules().contains(finding.rule().id())))
                .isEmpty();
    }

    @Test
    @DisplayName("answers rules that there are")
    void answersRules() {
        assertThat(Repairs.rules())
                .hasSize(7)
                .allSatisfy(rule -> assertThat(Rules.card(rule)).isPresent());
    }

    @Test
    @DisplayName("is a log group that keeps its lines for ever")
    void logRetention() {
        environment.set(GROUP, "retention_in_days", 0);
        assertThat(proposal("lambda-no-log-retention", FUNCTION))
                .isEqualTo(
                        new Planned(RepairKind.LOG_RETENTION, "/aws/lambda/sluice-orders-dev", "for ever", "30 days"));
    }

    @Test
    @DisplayName("is a bucket whose locks are off")
    void publicAccessBlock() {
        environment.set(BLOCK, "block_public_policy", false);
        assertThat(proposal("s3-public-access-block-off", BLOCK))
                .isEqualTo(new Planned(
                        RepairKind.PUBLIC_ACCESS_BLOCK, "sluice-reports-dev", "off: block_public_policy", "on"));
    }

    @Test
    @DisplayName("is a dead-letter queue that forgets early")
    void deadLetterRetention() {
        environment.set(LETTERS, "message_retention_seconds", 345_600);
        assertThat(proposal("sqs-short-dead-letter-retention", LETTERS))
                .isEqualTo(new Planned(
                        RepairKind.DEAD_LETTER_RETENTION,
                        "https://sqs.eu-west-2.amazonaws.com/123456789012/sluice-orders-dlq-dev",
                        "345600 s",
                        "1209600 s"));
    }

    @Test
    @DisplayName("is a table that cannot be put back")
    void pointInTimeRecovery() {
        environment.set(TABLE, "point_in_time_recovery", List.of(Map.of("enabled", false)));
        assertThat(proposal("dynamodb-no-point-in-time-recovery", TABLE))
                .isEqualTo(new Planned(
                        RepairKind.POINT_IN_TIME_RECOVERY, arn("dynamodb", "table/sluice-orders-dev"), "off", "on"));
    }

    @Test
    @DisplayName("is a function that is not traced")
    void tracing() {
        environment.set(FUNCTION, "tracing_config", List.of(Map.of("mode", "PassThrough")));
        assertThat(proposal("lambda-not-traced", FUNCTION))
                .isEqualTo(new Planned(RepairKind.TRACING, "sluice-orders-dev", "PassThrough", "Active"));
    }

    @Test
    @DisplayName("is no function whose role may not write traces")
    void tracingWithoutRight() {
        environment.set(FUNCTION, "tracing_config", List.of(Map.of("mode", "PassThrough")));
        environment.set(ROLE_POLICY, "policy", SmallEnvironment.rights(false));
        assertThat(proposal("lambda-not-traced", FUNCTION))
                .isEqualTo(new Proposal.Refused(
                        RepairKind.TRACING,
                        "it would break lambda-traced-without-permission at " + FUNCTION
                                + ": tracing is Active and its role may not xray:PutTelemetryRecords"));
    }

    @Test
    @DisplayName("is a topic that keeps messages unencrypted, with the environment's own key")
    void topicEncryption() {
        environment.without(TOPIC, "kms_master_key_id");
        assertThat(proposal("kms-encryption-off", TOPIC))
                .isEqualTo(new Planned(
                        RepairKind.TOPIC_ENCRYPTION, arn("sns", "sluice-operations-dev"), "no key", keyArn()));
    }

    @Test
    @DisplayName("is no alarms' topic where CloudWatch may not use the key")
    void topicOfAlarms() {
        environment.without(TOPIC, "kms_master_key_id");
        environment.set(KEY, "policy", SmallEnvironment.policy(false));
        assertThat(proposal("kms-encryption-off", TOPIC)).isInstanceOfSatisfying(Proposal.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(RepairKind.TOPIC_ENCRYPTION);
            assertThat(refused.reason())
                    .startsWith("it would break kms-alarm-locked-out at " + TOPIC)
                    .contains("does not let cloudwatch.amazonaws.com kms:Decrypt");
        });
    }

    @Test
    @DisplayName("is an alarms' topic with the key of another topic where the environment's own is not for alarms")
    void topicWithAnothersKey() {
        environment.without(TOPIC, "kms_master_key_id");
        environment.set(KEY, "policy", SmallEnvironment.policy(false));
        var other = arn("kms", "key/key-2");
        environment.put(
                "aws_kms_key.key-2",
                Map.of("arn", other, "id", "key-2", "key_id", "key-2", "enable_key_rotation", true));
        environment.set("aws_kms_key.key-2", "policy", SmallEnvironment.policy(true));
        environment.put(
                "aws_sns_topic.sluice-findings-dev",
                Map.of(
                        "name",
                        "sluice-findings-dev",
                        "arn",
                        arn("sns", "sluice-findings-dev"),
                        "kms_master_key_id",
                        other));
        assertThat(proposal("kms-encryption-off", TOPIC))
                .isInstanceOfSatisfying(
                        Planned.class, planned -> assertThat(planned.after()).isEqualTo(other));
    }

    @Test
    @DisplayName("is no topic where there is no key for it")
    void topicWithoutKey() {
        environment.without(TOPIC, "kms_master_key_id");
        environment.set("aws_kms_alias.pipeline", "name", "alias/another");
        environment.set("aws_kms_alias.pipeline", "id", "alias/another");
        assertThat(proposal("kms-encryption-off", TOPIC))
                .isEqualTo(new Proposal.Refused(
                        RepairKind.TOPIC_ENCRYPTION,
                        "there is no key alias/sluice-pipeline-dev, and no topic here has one"));
    }

    @Test
    @DisplayName("is a resource that lost tags and still says whose it is")
    void tags() {
        environment.untagged(BUCKET, Set.of("CostCenter", "ManagedBy"));
        assertThat(proposal("account-missing-tags", BUCKET))
                .isEqualTo(new Planned(
                        RepairKind.TAGS,
                        "arn:aws:s3:::sluice-reports-dev",
                        "Environment=dev, Project=sluice",
                        "CostCenter=orders, Environment=dev, ManagedBy=cdktf, Project=sluice"));
    }

    @Test
    @DisplayName("is no resource that no longer says whose it is")
    void tagsThatSayWhose() {
        environment.untagged(LETTERS, Set.of("Environment"));
        environment.set(LETTERS, "message_retention_seconds", 60);
        var refused =
                "whose " + LETTERS + " is cannot be told: it does not bear Environment=dev, which is put back by hand";
        assertThat(proposal("account-missing-tags", LETTERS)).isEqualTo(new Proposal.Refused(RepairKind.TAGS, refused));
        assertThat(proposal("sqs-short-dead-letter-retention", LETTERS))
                .isEqualTo(new Proposal.Refused(RepairKind.DEAD_LETTER_RETENTION, refused));
    }

    @Test
    @DisplayName("is left to people where the tags of a role or a key are missing")
    void tagsOfOthers() {
        environment.untagged(KEY, Set.of("CostCenter"));
        assertThat(proposal("account-missing-tags", KEY)).isEqualTo(new Proposal.ByHand());
    }

    @Test
    @DisplayName("is left to people where there is no log group at all, or no remedy")
    void byHand() {
        environment.set(GROUP, "name", "/another");
        assertThat(proposal("lambda-no-log-retention", FUNCTION)).isEqualTo(new Proposal.ByHand());
        environment.set(KEY, "enable_key_rotation", false);
        assertThat(proposal("kms-key-never-rotated", KEY)).isEqualTo(new Proposal.ByHand());
    }

    private Proposal proposal(String rule, String resource) {
        var graph = environment.graph();
        var found = SmallEnvironment.look(graph).stream()
                .filter(finding ->
                        finding.rule().id().equals(rule) && finding.resource().equals(resource))
                .findFirst();
        assertThat(found).as(rule + " at " + resource).isPresent();
        return SmallEnvironment.repairs(graph).of(found.orElseThrow());
    }
}
