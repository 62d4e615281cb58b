package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A resource bears every tag that the norm names. What it bears stays, with the value it has.
 *
 * <p>Only what is repaired otherwise too is tagged: the right to tag roles and keys is the right to be given others.
 */
final class Tags implements Remedy {

    /** By which attribute the service is told which one is meant. */
    private static final Map<String, String> TARGETS = Map.of(
            "aws_sqs_queue", "url",
            "aws_sns_topic", "arn",
            "aws_dynamodb_table", "arn",
            "aws_lambda_function", "arn",
            "aws_cloudwatch_log_group", "arn",
            "aws_s3_bucket", "arn");

    @Override
    public RepairKind kind() {
        return RepairKind.TAGS;
    }

    @Override
    public Set<String> rules() {
        return Set.of("account-missing-tags");
    }

    @Override
    public Draft draft(Resource resource, Cloud cloud, Norm norm) {
        return Optional.ofNullable(TARGETS.get(resource.type()))
                .flatMap(attribute -> cloud.text(resource, attribute))
                .map(target -> change(resource, target, cloud, norm))
                .map(Draft.Changes::of)
                .orElseGet(Draft.None::new);
    }

    private static Draft.Change change(Resource resource, String target, Cloud cloud, Norm norm) {
        var tags = known(resource, cloud);
        var all = new HashMap<>(tags);
        all.putAll(Wording.lacking(tags, norm));
        var fields = new LinkedHashMap<String, Value>();
        all.forEach((name, value) -> fields.put(name, Value.text(value)));
        var value = new Value.Fields(fields);
        return new Draft.Change(
                resource,
                Amended.with(Amended.with(resource, "tags", value), "tags_all", value),
                target,
                Wording.tags(tags, norm),
                Wording.tags(all, norm));
    }

    /** The tags of a resource whose values are known. */
    static Map<String, String> known(Resource resource, Cloud cloud) {
        var known = new HashMap<String, String>();
        cloud.tags().of(resource).forEach((name, value) -> value.asText().ifPresent(text -> known.put(name, text)));
        return known;
    }
}
