package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.Optional;

/** What is encrypted with which key. */
public final class Keys {

    private static final String KEY = "aws_kms_key";
    private static final String ALIAS = "aws_kms_alias";

    private final ResourceGraph graph;

    Keys(ResourceGraph graph) {
        this.graph = graph;
    }

    /** The key that a value leads to, by its id, its ARN or an alias. */
    public Optional<Resource> key(Value value) {
        return graph.target(value, KEY)
                .or(() -> graph.target(value, ALIAS).flatMap(alias -> graph.target(alias.at("target_key_id"), KEY)));
    }

    /** How a value that names a key encrypts. */
    public Encryption by(Value named) {
        var text = graph.spelled(named).asText();
        if (text.filter(name -> name.contains("alias/aws/")).isPresent()) {
            return new Encryption.ManagedKey();
        }
        return key(named).<Encryption>map(Encryption.Key::new).orElseGet(Encryption.Elsewhere::new);
    }

    /**
     * How a resource encrypts what it keeps.
     *
     * <p>Queues have SSE-SQS, buckets SSE-S3 and tables a key of AWS's own where nobody says otherwise; topics have
     * nothing.
     */
    public Encryption of(Resource resource) {
        return switch (resource.type()) {
            case "aws_sqs_queue" -> queue(resource);
            case "aws_sns_topic" -> named(resource.at("kms_master_key_id"), new Encryption.None());
            case "aws_dynamodb_table" -> table(resource);
            case "aws_cloudwatch_log_group" -> named(resource.at("kms_key_id"), new Encryption.ByAws());
            case "aws_secretsmanager_secret" -> named(resource.at("kms_key_id"), new Encryption.ManagedKey());
            case "aws_kinesis_stream" ->
                named(
                        resource.at("kms_key_id"),
                        resource.at("encryption_type")
                                        .asText()
                                        .filter("KMS"::equals)
                                        .isPresent()
                                ? new Encryption.ManagedKey()
                                : new Encryption.None());
            case "aws_s3_bucket" -> bucket(resource);
            default -> new Encryption.Elsewhere();
        };
    }

    private Encryption named(Value key, Encryption otherwise) {
        return key.isAbsent() || key.asText().filter(String::isEmpty).isPresent() ? otherwise : by(key);
    }

    private Encryption queue(Resource queue) {
        boolean off = graph.spelled(queue.at("sqs_managed_sse_enabled"))
                .asTruth()
                .filter(on -> !on)
                .isPresent();
        return named(queue.at("kms_master_key_id"), off ? new Encryption.None() : new Encryption.ByAws());
    }

    private Encryption table(Resource table) {
        var settings = table.at("server_side_encryption");
        if (settings.at("enabled").asTruth().filter(on -> on).isEmpty()) {
            return settings.isOpen() || settings.at("enabled").isOpen()
                    ? new Encryption.Elsewhere()
                    : new Encryption.ByAws();
        }
        return named(settings.at("kms_key_arn"), new Encryption.ManagedKey());
    }

    private Encryption bucket(Resource bucket) {
        for (var settings : graph.of("aws_s3_bucket_server_side_encryption_configuration")) {
            if (graph.behind(settings.at("bucket"), "aws_s3_bucket").contains(bucket)) {
                return rule(settings.at("rule"));
            }
        }
        return rule(bucket.at("server_side_encryption_configuration", "rule"));
    }

    private Encryption rule(Value rule) {
        var preset = rule.at("apply_server_side_encryption_by_default");
        if (preset.isOpen()) {
            return new Encryption.Elsewhere();
        }
        return preset.at("sse_algorithm").asText().filter("aws:kms"::equals).isPresent()
                ? named(preset.at("kms_master_key_id"), new Encryption.ManagedKey())
                : new Encryption.ByAws();
    }
}
