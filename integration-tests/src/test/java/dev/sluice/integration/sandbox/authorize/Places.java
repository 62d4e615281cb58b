package dev.sluice.integration.sandbox.authorize;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ARNs of what calls name in other ways. What was not deployed has the ARN that it would have. */
final class Places {

    /** What Secrets Manager appends to a name: a dash and six characters. */
    private static final int SUFFIX = 7;

    private final Deployment deployment;

    Places(Deployment deployment) {
        this.deployment = deployment;
    }

    String account() {
        return deployment.account();
    }

    String region() {
        return deployment.region();
    }

    /** A table, by its name or its ARN. */
    String table(String named) {
        return named.startsWith("arn:") ? named : arn("dynamodb", "table/" + named);
    }

    /** The stream of a table; all of its streams where it was deployed with none. */
    String streamOf(String table) {
        return deployment
                .of("aws_dynamodb_table")
                .filter(each -> each.need("arn").equals(table(table)))
                .flatMap(each -> each.text("stream_arn").stream())
                .findFirst()
                .orElse(table(table) + "/stream/*");
    }

    /** A queue, by its URL: its last two parts are an account and a name. */
    String queue(String url) {
        var parts = url.split("/", -1);
        return parts.length < 2
                ? arn("sqs", url)
                : "arn:aws:sqs:" + region() + ":" + parts[parts.length - 2] + ":" + parts[parts.length - 1];
    }

    /** A queue of this account, by its name. */
    String queueNamed(String name) {
        return arn("sqs", name);
    }

    /** A secret, by its name or by its ARN with or without the six characters that end it. */
    String secret(String named) {
        return deployment
                .of("aws_secretsmanager_secret")
                .filter(each -> goesBy(each, named))
                .map(each -> each.need("arn"))
                .findFirst()
                .orElseGet(() -> named.startsWith("arn:") ? named : arn("secretsmanager", "secret:" + named));
    }

    private static boolean goesBy(Stated secret, String named) {
        var arn = secret.need("arn");
        return named.equals(secret.need("name"))
                || named.equals(arn)
                || named.equals(arn.substring(0, arn.length() - SUFFIX));
    }

    /** A log group. */
    String logGroup(String name) {
        return arn("logs", "log-group:" + name);
    }

    /** A function, by its name or its ARN, with the qualifier that a call names. */
    String function(String named, String qualifier) {
        var arn = deployment
                .function(named)
                .map(function -> function.arn()
                        + named.substring(
                                named.startsWith("arn:")
                                        ? function.arn().length()
                                        : function.name().length()))
                .orElseGet(() -> named.startsWith("arn:") ? named : arn("lambda", "function:" + named));
        return qualifier.isEmpty() ? arn : arn + ":" + qualifier;
    }

    /** An event source mapping, by its id. */
    String eventSource(String id) {
        return arn("lambda", "event-source-mapping:" + id);
    }

    /** A bucket, by its name. */
    String bucket(String name) {
        return "arn:aws:s3:::" + name;
    }

    /** Whether a bucket's objects share a key of the bucket's own. */
    boolean hasBucketKey(String bucket) {
        return BucketEncryption.of(deployment, bucket)
                .filter(BucketEncryption::sharesKey)
                .isPresent();
    }

    /** A role, by its name. */
    String role(String name) {
        return deployment
                .of("aws_iam_role")
                .filter(each -> each.need("name").equals(name))
                .map(each -> each.need("arn"))
                .findFirst()
                .orElse("arn:aws:iam::" + account() + ":role/" + name);
    }

    /** A dashboard, by its name. */
    String dashboard(String name) {
        return "arn:aws:cloudwatch::" + account() + ":dashboard/" + name;
    }

    /** A key, by its id, its ARN or an alias of it. */
    String key(String named) {
        return Stream.concat(
                        deployment
                                .of("aws_kms_key")
                                .filter(each -> goesBy(each, named, "arn", "key_id"))
                                .map(each -> each.need("arn")),
                        deployment
                                .of("aws_kms_alias")
                                .filter(each -> goesBy(each, named, "arn", "name"))
                                .map(each -> each.need("target_key_arn")))
                .findFirst()
                .orElseGet(() -> named.startsWith("arn:") ? named : arn("kms", "key/" + named));
    }

    /** What a call says of what it is about: by which alias KMS knows a key. */
    Map<String, String> said(String arn) {
        return deployment
                .of("aws_kms_alias")
                .filter(alias -> alias.need("target_key_arn").equals(arn))
                .findFirst()
                .map(alias -> Map.of("kms:ResourceAliases", alias.need("name")))
                .orElseGet(Map::of);
    }

    /** All alarms: what lists them is of no one of them. */
    String allAlarms() {
        return arn("cloudwatch", "alarm:*");
    }

    /** A rule of the account's own event bus, by its name. */
    String rule(String name) {
        return arn("events", "rule/" + name);
    }

    private static boolean goesBy(Stated stated, String named, String... attributes) {
        return Stream.of(attributes)
                .anyMatch(attribute -> stated.text(attribute).equals(Optional.of(named)));
    }

    private String arn(String service, String rest) {
        return "arn:aws:" + service + ":" + region() + ":" + account() + ":" + rest;
    }
}
