package dev.sluice.guard.iam;

import static dev.sluice.guard.iam.Graphs.allows;
import static dev.sluice.guard.iam.Graphs.fields;
import static dev.sluice.guard.iam.Graphs.function;
import static dev.sluice.guard.iam.Graphs.graph;
import static dev.sluice.guard.iam.Graphs.inline;
import static dev.sluice.guard.iam.Graphs.list;
import static dev.sluice.guard.iam.Graphs.resource;
import static dev.sluice.guard.iam.Graphs.role;
import static dev.sluice.guard.iam.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.graph.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {

    private static final Resource QUEUE = resource("aws_sqs_queue.q", "name", "orders");
    private static final Resource DEAD = resource("aws_sqs_queue.dead", "name", "orders-dlq");
    private static final Resource TOPIC = resource("aws_sns_topic.t", "name", "news");
    private static final Resource TABLE = resource("aws_dynamodb_table.t", "name", "rows");
    private static final Resource BUCKET = resource("aws_s3_bucket.b", "bucket", "files");
    private static final Resource SECRET = resource("aws_secretsmanager_secret.s", "name", "signing");
    private static final Resource KEY = resource("aws_kms_key.k");
    private static final Resource LOGS = resource("aws_cloudwatch_log_group.l", "name", "/aws/lambda/f");
    private static final Resource PARAMETER = resource("aws_ssm_parameter.p", "name", "/app/mode");
    private static final Resource STREAM = resource("aws_kinesis_stream.s", "name", "ticks");
    private static final Resource BUS = resource("aws_cloudwatch_event_bus.b", "name", "bus");
    private static final Resource MACHINE = resource("aws_sfn_state_machine.m", "name", "machine");
    private static final Resource OTHER = resource("aws_lambda_function.g", "function_name", "g");
    private static final Resource ALIAS = resource(
            "aws_lambda_alias.live", "name", "live", "function_name", "${aws_lambda_function.g.function_name}");

    private static final String REGION = "${data.aws_region.here.name}";
    private static final String ACCOUNT = "${module.m.data.aws_caller_identity.me.account_id}";
    private static final String HERE = ":" + REGION + ":" + ACCOUNT + ":";

    @Test
    @DisplayName("Where something could not be read, it may give a role what nothing else gives it")
    void unreadable() {
        var graph = new ResourceGraph(
                Origin.CONFIGURATION,
                List.of(function(), role(), QUEUE),
                List.of(),
                List.of(),
                List.of(new Unreadable(new Place("iam.tf", 3), "a brace is missing")));
        assertThat(new Rights(graph).may(function(), "sqs:SendMessage", QUEUE))
                .isEqualTo(new Decision.CannotTell("not all of iam.tf:3 can be read"));
    }

    @Test
    @DisplayName("Where an account was read, what could not be read of one thing gives nothing to a role of another")
    void unreadableInAnAccount() {
        assertThat(told(inAccount(inline(allows("sqs:ReceiveMessage", "*"))).may(function(), "sqs:SendMessage", QUEUE)))
                .isEqualTo("no");
    }

    @Test
    @DisplayName("Where an account was read, a policy of the role itself that could not be read may give it anything")
    void unreadablePolicyInAnAccount() {
        var unread = resource(
                "aws_iam_role_policy.p",
                "role",
                "${aws_iam_role.r.id}",
                "policy",
                new Value.Unknown(Set.of(Value.NOTHING_KNOWN)));
        assertThat(told(inAccount(unread).may(function(), "sqs:SendMessage", QUEUE)))
                .isEqualTo("cannot tell");
    }

    /** An account with a queue of which something could not be read. */
    private static Rights inAccount(Resource policy) {
        return new Rights(new ResourceGraph(
                Origin.LIVE,
                List.of(function(), role(), QUEUE, policy),
                List.of(),
                List.of(),
                List.of(new Unreadable(new Place(QUEUE.address(), 0), "sqs:ListQueueTags: AccessDenied"))));
    }

    private static Rights rights(Resource... more) {
        return new Rights(graph(Stream.concat(
                        Stream.of(
                                function(),
                                role(),
                                QUEUE,
                                DEAD,
                                TOPIC,
                                TABLE,
                                BUCKET,
                                SECRET,
                                KEY,
                                LOGS,
                                PARAMETER,
                                STREAM,
                                BUS,
                                MACHINE,
                                OTHER,
                                ALIAS),
                        Stream.of(more))
                .toArray(Resource[]::new)));
    }

    private static String told(Decision decision) {
        return switch (decision) {
            case Decision.Allowed ignored -> "yes";
            case Decision.Denied ignored -> "no";
            case Decision.CannotTell ignored -> "cannot tell";
        };
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @DisplayName("A pattern is compared with a resource by its reference and by its ARN spelled out")
    @CsvSource({
        "${aws_sqs_queue.q.arn}, q, yes",
        "${aws_sqs_queue.dead.arn}, q, no",
        "${aws_sns_topic.t.arn}, q, no",
        "*, q, yes",
        "arn:aws:sqs:REGION:ACCOUNT:orders, q, yes",
        "arn:aws:sqs:REGION:ACCOUNT:orders, dead, no",
        "arn:aws:sqs:REGION:ACCOUNT:orders*, dead, yes",
        "arn:aws:sqs:REGION:ACCOUNT:Orders, q, no",
        "arn:aws:sqs:*:*:orders, q, yes",
        "arn:aws:sqs:*:orders, q, cannot tell",
        "arn:${data.aws_partition.x.partition}:sqs:*:ACCOUNT:${aws_sqs_queue.q.name}, q, yes",
        "arn:aws:sqs:eu-west-1:ACCOUNT:orders, q, cannot tell",
        "arn:aws:sqs:REGION:123456789012:orders, q, cannot tell",
        "arn:aws:sqs:REGION:123456789012:other, q, no",
        "arn:aws:sns:REGION:ACCOUNT:orders, q, no",
        "arn:aws-cn:sqs:*:*:orders, q, cannot tell",
        "${var.arn}, q, cannot tell",
        "${var.prefix}-x, q, no",
        "${aws_sqs_queue.q.arn}-dlq, dead, yes",
    })
    void compares(String pattern, String name, String expected) {
        var written = pattern.replace("REGION", REGION).replace("ACCOUNT", ACCOUNT);
        var rights = rights(
                inline(""),
                resource(
                        "aws_iam_role_policy.p2",
                        "role",
                        "${aws_iam_role.r.name}",
                        "policy",
                        text(allows("sqs:*", written))));
        var queue = name.equals("q") ? QUEUE : DEAD;
        var only = new Rights(graph(
                function(),
                role(),
                QUEUE,
                DEAD,
                TOPIC,
                resource("aws_iam_role_policy.p2", "role", "r-dev", "policy", text(allows("sqs:*", written)))));
        assertThat(told(only.may(function(), "sqs:SendMessage", Target.of(queue))))
                .isEqualTo(expected);
        assertThat(told(rights.may(function(), "sqs:SendMessage", Target.of(queue))))
                .describedAs("beside a policy that cannot be read")
                .isEqualTo("cannot tell");
    }

    @ParameterizedTest(name = "{0} for {1}{2}: {3}")
    @DisplayName("Each type's ARN is made as AWS makes it")
    @CsvSource({
        "arn:aws:sqs_:orders, aws_sqs_queue.q, '', yes",
        "arn:aws:sns_:news, aws_sns_topic.t, '', yes",
        "arn:aws:dynamodb_:table/rows, aws_dynamodb_table.t, '', yes",
        "arn:aws:dynamodb_:table/rows, aws_dynamodb_table.t, /index/*, no",
        "arn:aws:dynamodb_:table/rows/index/*, aws_dynamodb_table.t, /index/*, yes",
        "arn:aws:dynamodb_:table/rows/index/*, aws_dynamodb_table.t, '', no",
        "${aws_dynamodb_table.t.arn}/index/*, aws_dynamodb_table.t, '', no",
        "${aws_dynamodb_table.t.arn}/*, aws_dynamodb_table.t, /stream/*, yes",
        "${aws_dynamodb_table.t.arn}/index/by-day, aws_dynamodb_table.t, /index/*, cannot tell",
        "arn:aws:s3:::files, aws_s3_bucket.b, '', yes",
        "arn:aws:s3:::files, aws_s3_bucket.b, /*, no",
        "arn:aws:s3:::${aws_s3_bucket.b.id}/*, aws_s3_bucket.b, /*, yes",
        "${aws_s3_bucket.b.arn}/in/*, aws_s3_bucket.b, /*, cannot tell",
        "${aws_kms_key.k.arn}, aws_kms_key.k, '', yes",
        "arn:aws:kms_:key/${aws_kms_key.k.id}, aws_kms_key.k, '', yes",
        "arn:aws:kms_:key/0000, aws_kms_key.k, '', cannot tell",
        "arn:aws:sqs:*:*:*, aws_kms_key.k, '', no",
        "arn:aws:logs_:log-group:/aws/lambda/f, aws_cloudwatch_log_group.l, '', yes",
        "${aws_cloudwatch_log_group.l.arn}:*, aws_cloudwatch_log_group.l, :log-stream:*, yes",
        "arn:aws:logs:*:*:*, aws_cloudwatch_log_group.l, :log-stream:*, yes",
        "arn:aws:logs_:log-group:/aws/lambda/g:*, aws_cloudwatch_log_group.l, :log-stream:*, no",
        "${aws_cloudwatch_log_group.l.arn}, aws_cloudwatch_log_group.l, :log-stream:*, no",
        "arn:aws:secretsmanager_:secret:signing-??????, aws_secretsmanager_secret.s, '', yes",
        "arn:aws:secretsmanager_:secret:signing-*, aws_secretsmanager_secret.s, '', yes",
        "arn:aws:secretsmanager_:secret:signing, aws_secretsmanager_secret.s, '', no",
        "arn:aws:secretsmanager_:secret:signing-AbCdEf, aws_secretsmanager_secret.s, '', cannot tell",
        "arn:aws:ssm_:parameter/app/mode, aws_ssm_parameter.p, '', yes",
        "arn:aws:ssm_:parameter/app/*, aws_ssm_parameter.p, '', yes",
        "arn:aws:kinesis_:stream/ticks, aws_kinesis_stream.s, '', yes",
        "arn:aws:events_:event-bus/bus, aws_cloudwatch_event_bus.b, '', yes",
        "arn:aws:states_:stateMachine:machine, aws_sfn_state_machine.m, '', yes",
        "arn:aws:iam::*:role/r-dev, aws_iam_role.r, '', yes",
        "arn:aws:lambda_:function:g, aws_lambda_function.g, '', yes",
        "${aws_lambda_function.g.arn}, aws_lambda_alias.live, '', no",
        "${aws_lambda_function.g.arn}:*, aws_lambda_alias.live, '', yes",
        "${aws_lambda_alias.live.arn}, aws_lambda_alias.live, '', yes",
        "arn:aws:lambda_:function:g:live, aws_lambda_alias.live, '', yes",
    })
    void spells(String pattern, String address, String suffix, String expected) {
        var resources = graph(
                function(),
                role(),
                QUEUE,
                DEAD,
                TOPIC,
                TABLE,
                BUCKET,
                SECRET,
                KEY,
                LOGS,
                PARAMETER,
                STREAM,
                BUS,
                MACHINE,
                OTHER,
                ALIAS,
                inline2(allows("a:b", pattern.replace("_:", HERE))));
        var target = Target.within(resources.at(address).getFirst(), suffix);
        assertThat(told(new Rights(resources).may(function(), "a:b", target))).isEqualTo(expected);
    }

    private static Resource inline2(String policy) {
        return resource("aws_iam_role_policy.p", "role", "${aws_iam_role.r.id}", "policy", text(policy));
    }

    @Test
    @DisplayName("All ways of giving a role a policy are seen, and those that are resources are told")
    void policiesOfARole() {
        var role = resource(
                "aws_iam_role.r",
                "name",
                "r-dev",
                "inline_policy",
                list(fields("name", "i", "policy", allows("a:inline", "*"))),
                "managed_policy_arns",
                list("${aws_iam_policy.p1.arn}"));
        var rights = new Rights(graph(
                function(),
                role,
                resource("aws_iam_policy.p1", "name", "p1", "policy", allows("a:listed", "*")),
                resource("aws_iam_policy.p2", "name", "p2", "policy", allows("a:attached", "*")),
                resource("aws_iam_policy.p3", "name", "p3", "policy", allows("a:several", "*")),
                resource("aws_iam_policy.p4", "name", "p4", "policy", allows("a:exclusive", "*")),
                inline(allows("a:own", "*")),
                resource(
                        "aws_iam_role_policy_attachment.x",
                        "role",
                        "r-dev",
                        "policy_arn",
                        "arn:aws:iam::123456789012:policy/p2"),
                resource(
                        "aws_iam_policy_attachment.y",
                        "roles",
                        list("someone", "${aws_iam_role.r.name}"),
                        "policy_arn",
                        "${aws_iam_policy.p3.arn}"),
                resource(
                        "aws_iam_role_policy_attachments_exclusive.z",
                        "role_name",
                        "${aws_iam_role.r.name}",
                        "policy_arns",
                        list("${aws_iam_policy.p4.arn}"))));
        assertThat(Stream.of("inline", "listed", "own", "attached", "several", "exclusive", "none")
                        .map(action -> told(rights.may(function(), "a:" + action, Target.everything()))))
                .containsExactly("yes", "yes", "yes", "yes", "yes", "yes", "no");
        assertThat(rights.policyResources(role))
                .extracting(Resource::address)
                .containsExactlyInAnyOrder(
                        "aws_iam_role_policy.p",
                        "aws_iam_role_policy_attachment.x",
                        "aws_iam_policy_attachment.y",
                        "aws_iam_role_policy_attachments_exclusive.z");
    }
}
