package dev.sluice.integration.sandbox.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A small stack, and journals of it: a route, a function, a topic, a function, a table, and a queue of dead letters. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final String ACCOUNT = "111122223333";

    static final String TOPIC = "arn:aws:sns:eu-west-2:111122223333:orders";

    static final String TABLE = "arn:aws:dynamodb:eu-west-2:111122223333:table/orders";

    private static final String STATE = """
            {"format_version": "1.0", "terraform_version": "1.9.8", "values": {"root_module": {"resources": [
              {"address": "data.aws_caller_identity.current", "mode": "data", "type": "aws_caller_identity",
               "name": "current", "values": {"account_id": "111122223333"}},
              %s, %s, %s, %s,
              {"address": "aws_api_gateway_rest_api.api", "mode": "managed", "type": "aws_api_gateway_rest_api",
               "name": "api", "values": {"arn": "arn:aws:apigateway:eu-west-2::/restapis/a", "body":
               "{\\"paths\\":{\\"/orders/{shop}\\":{\\"post\\":{\\"x-amazon-apigateway-integration\\":{\\"uri\\":\\"arn:aws:apigateway:eu-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-2:111122223333:function:taker/invocations\\"}}}}}"}},
              {"address": "aws_sns_topic.orders", "mode": "managed", "type": "aws_sns_topic", "name": "orders",
               "values": {"name": "orders", "arn": "arn:aws:sns:eu-west-2:111122223333:orders"}},
              {"address": "aws_dynamodb_table.orders", "mode": "managed", "type": "aws_dynamodb_table", "name": "orders",
               "values": {"name": "orders", "arn": "arn:aws:dynamodb:eu-west-2:111122223333:table/orders"}},
              {"address": "aws_sqs_queue.keeper_dlq", "mode": "managed", "type": "aws_sqs_queue", "name": "keeper_dlq",
               "values": {"name": "keeper-dlq", "arn": "arn:aws:sqs:eu-west-2:111122223333:keeper-dlq"}},
              {"address": "aws_sns_topic_subscription.keeper", "mode": "managed", "type": "aws_sns_topic_subscription",
               "name": "keeper", "values": {"arn": "arn:aws:sns:eu-west-2:111122223333:orders:1", "protocol": "lambda",
               "topic_arn": "arn:aws:sns:eu-west-2:111122223333:orders",
               "endpoint": "arn:aws:lambda:eu-west-2:111122223333:function:keeper:live"}}
            ]}}}
            """.formatted(
                    function("taker", ""),
                    role("taker", statement("Publishes", "sns:Publish", TOPIC)),
                    function("keeper", """
                                    , "dead_letter_config": [{"target_arn": "arn:aws:sqs:eu-west-2:111122223333:keeper-dlq"}]
                                    """),
                    role(
                            "keeper",
                            statement("Keeps", "DynamoDB:Put*\",\"dynamodb:UpdateItem", TABLE)
                                    + ","
                                    + statement(
                                            "Logs",
                                            "logs:PutLogEvents",
                                            "arn:aws:logs:eu-west-2:111122223333:log-group:/aws/lambda/keeper:*")
                                    + ","
                                    + statement("UsesTheKeyThroughSns", "kms:Decrypt", "*")
                                    + ","
                                    + statement("UsesTheKeyThroughSqs", "kms:Decrypt", "*")));

    private Samples() {}

    static Deployment deployment() {
        try {
            return Deployment.of(Path.of("."), new ObjectMapper().readTree(STATE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The journey of an order, 100 ms from hop to hop, where the second function had to be started. */
    static Journal journal() {
        var journal = new Journal();
        journal.begin("kept");
        passed(journal, 0, "POST /orders/north", "taker", "t-1");
        invoked(journal, 80, "taker", 0, 80, false);
        passed(journal, 100, "orders", "keeper", "t-1");
        asked(journal, 200, "taker", "sns:Publish", TOPIC, "Publishes");
        invoked(journal, 1_000, "keeper", 700, 200, false);
        asked(journal, 1_010, "keeper", "dynamodb:PutItem", TABLE, "Keeps");
        passed(journal, 1_100, "keeper", "orders", "t-1");
        return journal;
    }

    static void passed(Journal journal, long at, String from, String to, String transaction) {
        journal.write(NOON.plusMillis(at), new Event.Passed(from, to, Set.of(transaction), true, ""));
    }

    static void lost(Journal journal, long at, String from, String to, String transaction) {
        journal.write(NOON.plusMillis(at), new Event.Passed(from, to, Set.of(transaction), false, ""));
    }

    static void invoked(Journal journal, long at, String function, long cold, long took, boolean failed) {
        var outcome = failed ? "failed" : "answered";
        journal.write(
                NOON.plusMillis(at),
                new Event.Invoked(
                        function, "r", "", 1, Duration.ofMillis(cold), Duration.ofMillis(took), outcome, failed));
    }

    static void asked(Journal journal, long at, String caller, String action, String resource, String statement) {
        journal.write(
                NOON.plusMillis(at),
                new Event.Asked(
                        caller,
                        action,
                        resource,
                        Map.of(),
                        true,
                        "statement " + statement + " of aws_iam_role_policy." + caller));
    }

    private static String function(String name, String more) {
        return """
            {"address": "aws_lambda_function.%1$s", "mode": "managed", "type": "aws_lambda_function", "name": "%1$s",
             "values": {"function_name": "%1$s", "arn": "arn:aws:lambda:eu-west-2:111122223333:function:%1$s",
             "handler": "shop.%1$s", "runtime": "java21", "architectures": ["arm64"], "filename": "%1$s.zip",
             "source_code_hash": "c2hvcnQ=", "role": "arn:aws:iam::111122223333:role/%1$s"%2$s}}
            """.formatted(name, more);
    }

    private static String role(String name, String statements) {
        return """
            {"address": "aws_iam_role.%1$s", "mode": "managed", "type": "aws_iam_role", "name": "%1$s",
             "values": {"name": "%1$s", "id": "%1$s", "arn": "arn:aws:iam::111122223333:role/%1$s"}},
            {"address": "aws_iam_role_policy.%1$s", "mode": "managed", "type": "aws_iam_role_policy", "name": "%1$s",
             "values": {"name": "%1$s", "role": "%1$s", "policy": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[%2$s]}"}}
            """.formatted(name, statements.replace("\"", "\\\""));
    }

    private static String statement(String sid, String action, String resource) {
        return "{\"Sid\":\"%s\",\"Effect\":\"Allow\",\"Action\":[\"%s\"],\"Resource\":[\"%s\"]}"
                .formatted(sid, action, resource);
    }
}
