package dev.sluice.guard.iam;

import static dev.sluice.guard.iam.Graphs.allows;
import static dev.sluice.guard.iam.Graphs.fields;
import static dev.sluice.guard.iam.Graphs.function;
import static dev.sluice.guard.iam.Graphs.graph;
import static dev.sluice.guard.iam.Graphs.inline;
import static dev.sluice.guard.iam.Graphs.list;
import static dev.sluice.guard.iam.Graphs.policy;
import static dev.sluice.guard.iam.Graphs.resource;
import static dev.sluice.guard.iam.Graphs.role;
import static dev.sluice.guard.iam.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceRightsTest {

    private static final Resource QUEUE = resource("aws_sqs_queue.q", "name", "orders");
    private static final Resource TOPIC = resource("aws_sns_topic.t", "name", "news");
    private static final Resource KEY = resource("aws_kms_key.k");
    private static final String SNS = "sns.amazonaws.com";

    private static Decision ask(String policyOfTheRole, Resource key, Resource... more) {
        var all = Stream.concat(Stream.of(function(), role(), inline(policyOfTheRole), key), Stream.of(more));
        return new Rights(graph(all.toArray(Resource[]::new))).mayUseKey(function(), key, "kms:Decrypt", "sqs");
    }

    private static String told(Decision decision) {
        return switch (decision) {
            case Decision.Allowed ignored -> "yes";
            case Decision.Denied ignored -> "no";
            case Decision.CannotTell ignored -> "cannot tell";
        };
    }

    private static String statement(String effect, String principal, String more) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"" + effect + "\", \"Principal\": "
                + principal + ", \"Action\": \"*\", \"Resource\": \"*\"" + more + "}}";
    }

    @Test
    @DisplayName("A key without a policy leaves the decision to the policies of the role")
    void keyByDefault() {
        assertThat(told(ask(allows("kms:Decrypt", "*"), KEY))).isEqualTo("yes");
        assertThat(told(ask(allows("kms:Encrypt", "*"), KEY))).isEqualTo("no");
    }

    @ParameterizedTest(name = "{0} while the role''s policies allow: {1}, while they do not: {2}")
    @DisplayName("A key with a policy is allowed by that policy, or by the role's where it names the account")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"AWS\": \"arn:aws:iam::${data.aws_caller_identity.c.account_id}:root\"} | yes | no",
                "{\"AWS\": \"${data.aws_caller_identity.c.account_id}\"} | yes | no",
                "{\"AWS\": \"arn:aws:iam::123456789012:root\"} | cannot tell | no",
                "{\"AWS\": \"${aws_iam_role.r.arn}\"} | yes | yes",
                "{\"AWS\": [\"arn:aws:iam::${data.aws_caller_identity.c.account_id}:role/r-dev\"]} | yes | yes",
                "{\"AWS\": \"arn:aws:iam::${data.aws_caller_identity.c.account_id}:role/other\"} | no | no",
                "\"*\" | yes | yes",
                "{\"Service\": \"sqs.amazonaws.com\"} | no | no",
                "{\"CanonicalUser\": \"1\", \"Federated\": \"cognito-identity.amazonaws.com\"} | no | no",
                "{\"Someone\": \"x\"} | cannot tell | cannot tell",
                "[\"x\"] | cannot tell | cannot tell",
            })
    void keyPolicies(String principal, String allowed, String not) {
        var key = resource("aws_kms_key.k", "policy", text(statement("Allow", principal.strip(), "")));
        assertThat(told(ask(allows("kms:*", "${aws_kms_key.k.arn}"), key))).isEqualTo(allowed);
        assertThat(told(ask(allows("s3:*", "*"), key))).isEqualTo(not);
    }

    @Test
    @DisplayName(
            "A key used by way of a service meets a condition on that service, and a deny of the account is a deny")
    void viaService() {
        var via =
                ", \"Condition\": {\"StringEquals\": {\"kms:ViaService\": \"sqs.${data.aws_region.r.region}.amazonaws.com\"}}";
        var key = resource("aws_kms_key.k", "policy", text(statement("Allow", "\"*\"", via)));
        assertThat(told(ask(allows("s3:*", "*"), key))).isEqualTo("yes");
        var rights = new Rights(graph(function(), role(), inline(allows("s3:*", "*")), key));
        assertThat(told(rights.mayUseKey(function(), key, "kms:Decrypt", "sns")))
                .isEqualTo("no");
        assertThat(told(rights.mayUseKey(function(), key, "kms:Decrypt"))).isEqualTo("no");
        var literal = resource(
                "aws_kms_key.k",
                "policy",
                text(statement("Allow", "\"*\"", via.replace("${data.aws_region.r.region}", "*"))
                        .replace("StringEquals", "StringLike")));
        assertThat(told(ask(allows("s3:*", "*"), literal))).isEqualTo("yes");
        var root = "{\"AWS\": \"arn:aws:iam::${data.aws_caller_identity.c.account_id}:root\"}";
        var denying = resource(
                "aws_kms_key_policy.p", "key_id", "${aws_kms_key.k.id}", "policy", text(statement("Deny", root, "")));
        assertThat(ask(allows("kms:*", "*"), KEY, denying))
                .isInstanceOfSatisfying(
                        Decision.Denied.class,
                        denied -> assertThat(denied.by()).hasValue(new By("aws_kms_key_policy.p", "#1")));
    }

    @Test
    @DisplayName("A deny of all but some exempts a role for sure only where it names the role and its account")
    void allBut() {
        var role = "\"${aws_iam_role.r.arn}\"";
        var account = "\"${data.aws_caller_identity.c.account_id}\"";
        assertThat(told(askExempting("{\"AWS\": [" + role + ", " + account + "]}")))
                .isEqualTo("yes");
        assertThat(told(askExempting("{\"AWS\": [" + role + "]}"))).isEqualTo("cannot tell");
        assertThat(told(askExempting("{\"AWS\": [" + account + "]}"))).isEqualTo("cannot tell");
        assertThat(told(askExempting("{\"Service\": \"sqs.amazonaws.com\"}"))).isEqualTo("no");
        var queue = resource(
                "aws_sqs_queue.q",
                "policy",
                text(statement("Deny", "{\"Service\": \"sns.amazonaws.com\"}", "")
                        .replace("Principal", "NotPrincipal")));
        assertThat(new Rights(graph(queue)).serviceMay("s3.amazonaws.com", "sqs:SendMessage", queue, Context.unknown()))
                .isEqualTo(new Decision.Denied(Optional.of(new By("aws_sqs_queue.q", "#1"))));
        assertThat(new Rights(graph(queue)).serviceMay(SNS, "sqs:SendMessage", queue, Context.unknown()))
                .isEqualTo(new Decision.Denied(Optional.empty()));
    }

    private static Decision askExempting(String principals) {
        var key = resource(
                "aws_kms_key.k",
                "policy",
                text(statement("Deny", principals, "").replace("Principal", "NotPrincipal")));
        var grant = resource(
                "aws_kms_grant.g",
                "key_id",
                "${aws_kms_key.k.key_id}",
                "grantee_principal",
                "${aws_iam_role.r.arn}",
                "operations",
                list("Decrypt"));
        return ask(allows("s3:*", "*"), key, grant);
    }

    @Test
    @DisplayName("A grant allows what it lists")
    void grants() {
        var grant = resource(
                "aws_kms_grant.g",
                "key_id",
                "${aws_kms_key.k.key_id}",
                "grantee_principal",
                "${aws_iam_role.r.arn}",
                "operations",
                list("Decrypt"));
        assertThat(told(ask(allows("s3:*", "*"), KEY, grant))).isEqualTo("yes");
        var constrained = new LinkedHashMap<>(grant.attributes().values());
        constrained.put("constraints", fields("encryption_context_equals", fields("a", "b")));
        var under = resource(
                "aws_kms_grant.g",
                constrained.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray());
        assertThat(told(ask(allows("s3:*", "*"), KEY, under))).isEqualTo("cannot tell");
    }

    @Test
    @DisplayName("A queue lets a topic send that its policy names, and no other")
    void queuePolicies() {
        var allowed = resource(
                "aws_sqs_queue_policy.p",
                "queue_url",
                "${aws_sqs_queue.q.url}",
                "policy",
                text(
                        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"Topic\", \"Effect\": \"Allow\", \"Principal\":"
                                + " {\"Service\": \"sns.amazonaws.com\"}, \"Action\": \"sqs:SendMessage\", \"Resource\":"
                                + " \"${aws_sqs_queue.q.arn}\", \"Condition\": {\"ArnEquals\": {\"aws:SourceArn\":"
                                + " \"${aws_sns_topic.t.arn}\"}}}]}"));
        var other = resource("aws_sns_topic.o", "name", "other");
        var rights = new Rights(graph(QUEUE, TOPIC, other, allowed));
        var from = Context.unknown().with("aws:SourceArn", text("${aws_sns_topic.t.arn}"));
        var fromOther = Context.unknown().with("aws:SourceArn", text("${aws_sns_topic.o.arn}"));
        assertThat(rights.serviceMay(SNS, "sqs:SendMessage", QUEUE, from))
                .isEqualTo(new Decision.Allowed(new By("aws_sqs_queue_policy.p", "Topic")));
        assertThat(told(rights.serviceMay(SNS, "sqs:SendMessage", QUEUE, fromOther)))
                .isEqualTo("no");
        assertThat(told(rights.serviceMay("events.amazonaws.com", "sqs:SendMessage", QUEUE, from)))
                .isEqualTo("no");
        assertThat(rights.serviceMay(SNS, "sqs:SendMessage", QUEUE, Context.unknown()))
                .isInstanceOfSatisfying(
                        Decision.CannotTell.class,
                        open -> assertThat(open.why())
                                .contains("statement Topic of aws_sqs_queue_policy.p", "aws:SourceArn"));
        assertThat(told(new Rights(graph(QUEUE)).serviceMay(SNS, "sqs:SendMessage", QUEUE, from)))
                .isEqualTo("no");
    }

    @Test
    @DisplayName("A topic without a policy is published to by alarms, and by whose own policies allow it")
    void topicByDefault() {
        var rights = new Rights(graph(function(), role(), inline(allows("sqs:*", "*")), TOPIC));
        assertThat(told(rights.serviceMay("cloudwatch.amazonaws.com", "sns:Publish", TOPIC, Context.unknown())))
                .isEqualTo("yes");
        assertThat(told(rights.serviceMay("events.amazonaws.com", "sns:Publish", TOPIC, Context.unknown())))
                .isEqualTo("no");
        assertThat(told(rights.may(function(), "sns:Publish", TOPIC))).isEqualTo("no");
    }

    @Test
    @DisplayName("The policy of a resource allows a role of the same account on its own, unless it names the account")
    void eitherPolicy() {
        var open = resource(
                "aws_sqs_queue.q",
                "name",
                "orders",
                "policy",
                text(statement("Allow", "{\"AWS\": \"${aws_iam_role.r.arn}\"}", "")));
        var account = resource(
                "aws_sqs_queue.q",
                "name",
                "orders",
                "policy",
                text(statement("Allow", "{\"AWS\": \"${data.aws_caller_identity.c.account_id}\"}", "")));
        var insecure = ", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"false\"}}";
        var tls = resource("aws_sqs_queue.q", "name", "orders", "policy", text(statement("Deny", "\"*\"", insecure)));
        var none = inline(allows("s3:*", "*"));
        assertThat(told(new Rights(graph(function(), role(), none, open)).may(function(), "sqs:SendMessage", open)))
                .isEqualTo("yes");
        assertThat(told(new Rights(graph(function(), role(), none, account))
                        .may(function(), "sqs:SendMessage", account)))
                .isEqualTo("no");
        assertThat(told(new Rights(graph(function(), role(), inline(allows("sqs:*", "*")), tls))
                        .may(function(), "sqs:SendMessage", tls)))
                .isEqualTo("yes");
        var looked = resource("data.aws_sqs_queue.q", "name", "orders");
        assertThat(told(new Rights(graph(function(), role(), none, looked)).may(function(), "sqs:SendMessage", looked)))
                .isEqualTo("cannot tell");
    }

    @Test
    @DisplayName("A permission of a function is for the qualifier it names, under the conditions it names")
    void permissions() {
        var g = resource("aws_lambda_function.g", "function_name", "g");
        var alias = resource(
                "aws_lambda_alias.live", "name", "live", "function_name", "${aws_lambda_function.g.function_name}");
        var bare = resource(
                "aws_lambda_permission.p",
                "statement_id",
                "AllowS3",
                "function_name",
                "${aws_lambda_function.g.function_name}",
                "principal",
                "s3.amazonaws.com",
                "action",
                "lambda:InvokeFunction",
                "source_arn",
                "arn:aws:s3:::files",
                "source_account",
                "${data.aws_caller_identity.c.account_id}");
        var qualified = resource(
                "aws_lambda_permission.q",
                "function_name",
                "${aws_lambda_alias.live.function_name}",
                "qualifier",
                "${aws_lambda_alias.live.name}",
                "principal",
                "events.amazonaws.com",
                "action",
                "lambda:InvokeFunction");
        var rights = new Rights(graph(g, alias, bare, qualified));
        var from = Context.unknown().with("aws:SourceArn", "arn:aws:s3:::files");
        var invoke = "lambda:InvokeFunction";
        assertThat(rights.serviceMay("s3.amazonaws.com", invoke, g, from))
                .isEqualTo(new Decision.Allowed(new By("aws_lambda_function.g", "AllowS3")));
        assertThat(told(rights.serviceMay("s3.amazonaws.com", invoke, alias, from)))
                .isEqualTo("no");
        assertThat(told(rights.serviceMay("events.amazonaws.com", invoke, alias, from)))
                .isEqualTo("yes");
        assertThat(told(rights.serviceMay("events.amazonaws.com", invoke, g, from)))
                .isEqualTo("no");
        assertThat(told(rights.serviceMay(
                        "s3.amazonaws.com", invoke, g, Context.unknown().with("aws:SourceArn", "arn:aws:s3:::others"))))
                .isEqualTo("no");
    }

    @Test
    @DisplayName("What bounds a role must allow too, and a role that is not there cannot be told about")
    void boundaryAndNoRole() {
        var bounded = resource("aws_iam_role.r", "name", "r-dev", "permissions_boundary", "${aws_iam_policy.b.arn}");
        var boundary = resource("aws_iam_policy.b", "name", "b", "policy", allows("s3:*", "*"));
        var all = resource(
                "aws_iam_role_policy_attachment.a",
                "role",
                "r-dev",
                "policy_arn",
                "arn:aws:iam::aws:policy/AdministratorAccess");
        var rights = new Rights(graph(function(), bounded, boundary, all));
        assertThat(told(rights.may(function(), "s3:GetObject", Target.everything())))
                .isEqualTo("yes");
        assertThat(told(rights.may(function(), "sqs:SendMessage", Target.everything())))
                .isEqualTo("no");
        var lost = resource("aws_lambda_function.f", "role", "arn:aws:iam::123456789012:role/elsewhere");
        assertThat(told(new Rights(graph(lost)).may(lost, "s3:GetObject", Target.everything())))
                .isEqualTo("cannot tell");
        assertThat(rights.role(lost)).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @DisplayName("A policy of AWS's own is known by its ARN, its name or its data block")
    @CsvSource({
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, logs:PutLogEvents, yes",
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, xray:PutTraceSegments, no",
        "arn:${data.aws_partition.p.partition}:iam::aws:policy/AWSXRayDaemonWriteAccess, xray:PutTraceSegments, yes",
        "${data.aws_iam_policy.named.arn}, xray:PutTraceSegments, yes",
        "${data.aws_iam_policy.at.arn}, xray:PutTraceSegments, yes",
        "${data.aws_iam_policy.own.arn}, xray:PutTraceSegments, cannot tell",
        "arn:aws:iam::aws:policy/AmazonPollyFullAccess, polly:SynthesizeSpeech, cannot tell",
        "arn:aws:iam::aws:policy/AWSDenyAll, polly:SynthesizeSpeech, cannot tell",
        "arn:aws:iam::aws:policy/no such name, polly:SynthesizeSpeech, cannot tell",
        "${var.policy}, polly:SynthesizeSpeech, cannot tell",
    })
    void managed(String arn, String action, String expected) {
        var attachment = resource("aws_iam_role_policy_attachment.a", "role", "r-dev", "policy_arn", text(arn));
        var rights = new Rights(graph(
                function(),
                role(),
                attachment,
                resource("data.aws_iam_policy.named", "name", "AWSXRayDaemonWriteAccess"),
                resource("data.aws_iam_policy.at", "arn", "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"),
                resource("data.aws_iam_policy.own", "name", "team-policy")));
        assertThat(told(rights.may(function(), action, Target.everything()))).isEqualTo(expected);
    }

    @Test
    @DisplayName("An attachment whose role cannot be told may be to any role")
    void attachedToSomeone() {
        var someone =
                resource("aws_iam_role_policy.x", "role", text("${var.role}"), "policy", policy("Deny", "*", "*"));
        var rights = new Rights(graph(function(), role(), inline(allows("s3:*", "*")), someone));
        assertThat(told(rights.may(function(), "s3:GetObject", Target.everything())))
                .isEqualTo("cannot tell");
        assertThat(told(rights.may(function(), "s3:GetObject", Target.anyOf()))).isEqualTo("cannot tell");
        assertThat(rights.policies(role())).hasSize(2);
        assertThat(rights.arns().of(resource("aws_vpc.v"))).isEmpty();
        assertThat(rights.arns().of(resource("aws_sqs_queue.z", "arn", "arn:aws:sqs:eu-west-1:123456789012:z")))
                .hasValue(Value.text("arn:aws:sqs:eu-west-1:123456789012:z"));
    }
}
