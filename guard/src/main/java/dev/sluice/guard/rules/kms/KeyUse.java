package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.iam.Context;
import dev.sluice.guard.iam.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a function needs the key of a resource for what it does with it.
 *
 * <p>A table's key is opened with the rights of who calls, for reading and for writing (AWS, "Amazon DynamoDB encryption
 * at rest: usage notes"); a sender of messages makes data keys, and KMS asks for Decrypt to check them.
 *
 * @param of the resource
 * @param what what the function does, as a clause's beginning
 * @param service the service that uses the key for it
 * @param needs what its role must be allowed
 */
record KeyUse(Resource of, String what, String service, List<String> needs) {

    /** The types whose keys a function's role needs. */
    static final String[] TYPES = {
        "aws_sqs_queue", "aws_sns_topic", "aws_dynamodb_table", "aws_secretsmanager_secret", "aws_s3_bucket"
    };

    private static final List<String> OPEN = List.of("kms:Decrypt");
    private static final List<String> SEND = List.of("kms:Decrypt", "kms:GenerateDataKey");

    /** An action and what of the key it takes. */
    private record Call(String action, String suffix, String service, List<String> needs) {}

    private static final Map<String, List<Call>> CALLS = Map.of(
            "aws_sqs_queue",
            List.of(new Call("sqs:SendMessage", "", "sqs", SEND), new Call("sqs:ReceiveMessage", "", "sqs", OPEN)),
            "aws_sns_topic",
            List.of(new Call("sns:Publish", "", "sns", SEND)),
            "aws_dynamodb_table",
            Stream.of(
                            "GetItem",
                            "PutItem",
                            "UpdateItem",
                            "Query",
                            "Scan",
                            "DeleteItem",
                            "BatchGetItem",
                            "BatchWriteItem")
                    .map(name -> new Call("dynamodb:" + name, "", "dynamodb", OPEN))
                    .toList(),
            "aws_secretsmanager_secret",
            List.of(new Call("secretsmanager:GetSecretValue", "", "secretsmanager", OPEN)),
            "aws_s3_bucket",
            List.of(
                    new Call("s3:GetObject", "/*", "s3", OPEN),
                    new Call("s3:PutObject", "/*", "s3", List.of("kms:GenerateDataKey"))));

    KeyUse {
        needs = List.copyOf(needs);
    }

    static KeyUse reading(Resource source) {
        return new KeyUse(source, "a mapping reads", source.type().equals("aws_sqs_queue") ? "sqs" : "kinesis", OPEN);
    }

    static KeyUse failingInto(Resource target) {
        return new KeyUse(target, "its failures go to", target.type().equals("aws_sqs_queue") ? "sqs" : "sns", SEND);
    }

    /**
     * What a function may do with a resource that its environment names: that it may is how one knows it does. One use a
     * resource, of all its role may.
     */
    static Optional<KeyUse> allowed(Cloud cloud, Resource function, Resource named) {
        var calls = CALLS.getOrDefault(named.type(), List.of()).stream()
                .filter(call -> cloud.rights()
                        .may(function, call.action(), named, Target.within(named, call.suffix()), Context.unknown())
                        .isAllowed())
                .toList();
        return calls.stream()
                .findFirst()
                .map(first -> new KeyUse(
                        named,
                        "it may " + first.action() + " with",
                        first.service(),
                        calls.stream()
                                .flatMap(call -> call.needs().stream())
                                .distinct()
                                .toList()));
    }
}
