package dev.sluice.integration.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the emulator does not tell back of what it was told, so that a second plan would set it again; by type and attribute,
 * and nothing else.
 */
final class Forgotten {

    private static final Map<String, Set<String>> BY_TYPE = Map.of(
            "aws_lambda_function",
                    Set.of(
                            "dead_letter_config",
                            "logging_config",
                            "snap_start",
                            // A function that is changed is published anew.
                            "version",
                            "qualified_arn",
                            "qualified_invoke_arn"),
            "aws_lambda_alias", Set.of("function_version"),
            // It tells the version that the alias points at.
            "aws_lambda_event_source_mapping", Set.of("function_name"),
            "aws_api_gateway_rest_api", Set.of("binary_media_types"));

    private Forgotten() {}

    /** What a plan would change that the emulator did not forget, as {@code address: attributes}. */
    static Set<String> changesBeside(JsonNode plan) {
        var changes = new TreeSet<String>();
        for (var resource : plan.path("resource_changes")) {
            var change = resource.get("change");
            var actions = change.get("actions").toString();
            if (actions.equals("[\"no-op\"]") || actions.equals("[\"read\"]")) {
                continue;
            }
            var attributes = changed(change);
            attributes.removeAll(BY_TYPE.getOrDefault(resource.get("type").asText(), Set.of()));
            if (!actions.equals("[\"update\"]") || !attributes.isEmpty()) {
                changes.add(resource.get("address").asText() + " " + actions + ": " + attributes);
            }
        }
        return changes;
    }

    private static Set<String> changed(JsonNode change) {
        var changed = new TreeSet<String>();
        var before = change.path("before");
        var after = change.path("after");
        before.fieldNames().forEachRemaining(changed::add);
        after.fieldNames().forEachRemaining(changed::add);
        change.path("after_unknown").fieldNames().forEachRemaining(changed::add);
        changed.removeIf(name -> before.path(name).equals(after.path(name)));
        return changed;
    }
}
