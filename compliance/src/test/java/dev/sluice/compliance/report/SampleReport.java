package dev.sluice.compliance.report;

import dev.sluice.compliance.Made;
import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Followed;
import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.judging.Judged;
import dev.sluice.compliance.judging.Scan;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Outcome;
import dev.sluice.compliance.repair.Repair;
import dev.sluice.compliance.rule.Rules;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Suppressed;
import dev.sluice.guard.suppress.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A report with something in each of its parts. */
final class SampleReport {

    private SampleReport() {}

    static Report full() {
        return Report.of(scan(followed(), judged()), earlier(), List.of(repair()));
    }

    private static Repair repair() {
        return new Repair(
                new FindingKey("sqs-short-dead-letter-retention", "aws_sqs_queue.sluice-query-dlq-dev"),
                Made.NOW.minus(Duration.ofHours(1)),
                Mode.DRY_RUN,
                Optional.of(new Proposal.Planned(
                        RepairKind.DEAD_LETTER_RETENTION,
                        "https://sqs.eu-west-2.amazonaws.com/123456789012/sluice-query-dlq-dev",
                        "345600 s",
                        "1209600 s")),
                Outcome.WOULD_REPAIR,
                "repairs are only told: it would become 1209600 s",
                Made.NOW.minus(Duration.ofMinutes(59)),
                "AIDAEXAMPLE");
    }

    /** Of the same environment where nothing is wrong. */
    static Report clean() {
        var nothing = new Judged(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of(), key -> false);
        return Report.of(new Scan("dev", Origin.LIVE, Made.NOW, types(), List.of(), nothing, List.of()), List.of());
    }

    static Report of(List<Followed> followed) {
        return Report.of(scan(followed, judged()), earlier());
    }

    static Followed followed(String rule, String resource, String said, Course course, int returns, Proposal proposal) {
        var card = Rules.card(rule).orElseThrow();
        var days = course == Course.NEW ? 0 : 5;
        return new Followed(
                new Tracked(
                        new FindingKey(rule, resource),
                        card.severity(),
                        card.title(),
                        said,
                        Made.NOW.minus(Duration.ofDays(days)),
                        Made.NOW,
                        course == Course.RESOLVED ? Optional.of(Made.NOW) : Optional.empty(),
                        returns,
                        proposal),
                course,
                true);
    }

    private static Scan scan(List<Followed> followed, Judged judged) {
        return new Scan(
                "dev",
                Origin.LIVE,
                Made.NOW,
                types(),
                List.of(new Unreadable(
                        new Place("aws_secretsmanager_secret.sluice-source-dev/default", 0),
                        "secretsmanager GetResourcePolicy: AccessDeniedException (400)")),
                judged,
                followed);
    }

    private static SortedMap<String, Integer> types() {
        return new TreeMap<>(Map.of(
                "aws_lambda_function", 7,
                "aws_sqs_queue", 6,
                "aws_cloudwatch_metric_alarm", 31,
                "aws_cloudwatch_log_group", 9,
                "aws_s3_bucket", 2,
                "aws_s3_bucket_public_access_block", 2,
                "aws_dynamodb_table", 2,
                "aws_sns_topic", 3,
                "aws_iam_role", 9,
                "aws_api_gateway_method_settings", 1));
    }

    private static List<Followed> followed() {
        return List.of(
                followed(
                        "s3-public-access-block-off",
                        "aws_s3_bucket.sluice-reports-dev",
                        "block_public_policy is off",
                        Course.NEW,
                        0,
                        new Proposal.Planned(
                                RepairKind.PUBLIC_ACCESS_BLOCK, "sluice-reports-dev", "policy off", "all four on")),
                followed(
                        "lambda-configured-without-permission",
                        "aws_lambda_function.sluice-processor-dev",
                        "its role may not dynamodb:UpdateItem on arn:aws:dynamodb:eu-west-2:123456789012:table/"
                                + "sluice-transactions-dev, which TRANSACTIONS_TABLE names",
                        Course.OPEN,
                        0,
                        new Proposal.ByHand()),
                followed(
                        "sqs-short-dead-letter-retention",
                        "aws_sqs_queue.sluice-processor-dlq-dev",
                        "it keeps letters for 345600 seconds",
                        Course.RETURNED,
                        3,
                        new Proposal.Planned(
                                RepairKind.DEAD_LETTER_RETENTION,
                                "https://sqs.eu-west-2.amazonaws.com/123456789012/sluice-processor-dlq-dev",
                                "345600 seconds",
                                "1209600 seconds")),
                followed(
                        "sqs-short-dead-letter-retention",
                        "aws_sqs_queue.sluice-enricher-dlq-dev",
                        "it keeps letters for 345600 seconds",
                        Course.OPEN,
                        0,
                        new Proposal.Planned(
                                RepairKind.DEAD_LETTER_RETENTION,
                                "https://sqs.eu-west-2.amazonaws.com/123456789012/sluice-enricher-dlq-dev",
                                "345600 seconds",
                                "1209600 seconds")),
                followed(
                        "kms-encryption-off",
                        "aws_sns_topic.sluice-alarms-dev",
                        "it has no key",
                        Course.OPEN,
                        1,
                        new Proposal.Refused(
                                RepairKind.TOPIC_ENCRYPTION,
                                "with it kms-alarm-locked-out would be broken: cloudwatch.amazonaws.com may not use "
                                        + "the key")),
                followed(
                        "dynamodb-no-point-in-time-recovery",
                        "aws_dynamodb_table.sluice-transactions-dev",
                        "point-in-time recovery is off",
                        Course.CANNOT_TELL,
                        0,
                        new Proposal.Planned(
                                RepairKind.POINT_IN_TIME_RECOVERY, "sluice-transactions-dev", "off", "on")),
                followed(
                        "account-missing-tags",
                        "aws_cloudwatch_log_group./aws/lambda/sluice-query-dev",
                        "it lacks CostCenter",
                        Course.NEW,
                        0,
                        new Proposal.Planned(
                                RepairKind.TAGS,
                                "/aws/lambda/sluice-query-dev",
                                "Environment=dev, Project=sluice",
                                "CostCenter=payments, Environment=dev, Project=sluice")),
                followed(
                        "lambda-no-log-retention",
                        "aws_lambda_function.sluice-notifier-dev",
                        "its log group keeps its lines for ever",
                        Course.RESOLVED,
                        0,
                        new Proposal.ByHand()));
    }

    private static Judged judged() {
        var cannotTell = new TreeMap<FindingKey, Finding>();
        var suppressed = new TreeMap<FindingKey, Suppressed>();
        put(
                cannotTell,
                "dynamodb-no-point-in-time-recovery",
                "aws_dynamodb_table.sluice-transactions-dev",
                new Finding.CannotTell("whether it is on could not be read"));
        var card = Rules.card("account-recorder-off").orElseThrow();
        var recorder = new Finding(
                card,
                new Finding.Broken("there is no recorder of the name that is expected"),
                "data.aws_config_configuration_recorder",
                new Place("data.aws_config_configuration_recorder", 0));
        suppressed.put(
                new FindingKey(card.id(), recorder.resource()),
                new Suppressed(
                        recorder,
                        new Suppression(
                                card.id(),
                                recorder.resource(),
                                LocalDate.parse("2026-06-30"),
                                "this account does without AWS Config until it is moved",
                                Suppression.Source.FILE,
                                new Place("SUPPRESSIONS", 1))));
        return new Judged(new TreeMap<>(), cannotTell, suppressed, List.of(), key -> false);
    }

    private static void put(Map<FindingKey, Finding> into, String rule, String resource, Finding.Verdict verdict) {
        into.put(
                new FindingKey(rule, resource),
                new Finding(Rules.card(rule).orElseThrow(), verdict, resource, new Place(resource, 0)));
    }

    private static List<ScanSummary> earlier() {
        var scans = new ArrayList<ScanSummary>();
        for (int i = 60; i > 0; i--) {
            Instant at = Made.NOW.minus(Duration.ofHours(i));
            scans.add(new ScanSummary(
                    at,
                    Map.of(
                            Severity.ERROR, i > 40 ? 0 : i % 17 == 0 ? 3 : 1,
                            Severity.WARNING, 2 + i % 3,
                            Severity.NOTE, 2 + (60 - i) / 20),
                    70 + i % 2,
                    i % 7 == 0 ? 1 : 0,
                    0,
                    i % 5 == 0 ? 1 : 0,
                    1,
                    i % 11 == 0 ? 2 : 0,
                    1));
        }
        return scans;
    }
}
