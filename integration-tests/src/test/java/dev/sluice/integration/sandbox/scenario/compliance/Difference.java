package dev.sluice.integration.sandbox.scenario.compliance;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How what was read of an account differs from Terraform's state.
 *
 * @param deployed the state
 * @param live what was read
 */
record Difference(ResourceGraph deployed, ResourceGraph live) {

    /** What tells a resource from others of its type, the narrowest first. */
    private static final List<String> NAMES =
            List.of("arn", "statement_id", "uuid", "function_name", "alarm_name", "bucket", "name", "id");

    /** What is made of what the state says elsewhere, or is told by AWS in another order or form with the same meaning. */
    private static final Set<String> NOT_COMPARED = Set.of("id", "tags", "policy", "assume_role_policy", "body");

    /** The deployed resources of types of which something is read, and that are not. */
    List<String> notRead() {
        var read = live.resources().stream().map(Resource::type).distinct().toList();
        return deployed.resources().stream()
                .filter(resource -> !resource.data() && read.contains(resource.type()))
                .filter(resource -> counterpart(resource).isEmpty())
                .map(Resource::address)
                .toList();
    }

    /** Each attribute that says something else. */
    List<String> otherwise() {
        return deployed.resources().stream()
                .filter(resource -> !resource.data())
                .flatMap(resource -> counterpart(resource).stream().flatMap(read -> otherwise(resource, read)))
                .toList();
    }

    private static Stream<String> otherwise(Resource resource, Resource read) {
        return new TreeMap<>(read.attributes().values())
                .entrySet().stream()
                        .filter(attribute -> !NOT_COMPARED.contains(attribute.getKey()))
                        .filter(attribute -> !same(resource.at(attribute.getKey()), attribute.getValue()))
                        .map(attribute -> read.address() + "." + attribute.getKey() + ": " + attribute.getValue()
                                + " and not " + resource.at(attribute.getKey()));
    }

    /** Of a block those members are compared that are read: each part that a service tells is told by its own name. */
    private static boolean same(Value stated, Value read) {
        return switch (read) {
            case Value.Items(var items) ->
                stated instanceof Value.Items(var others)
                        ? items.size() == others.size()
                                && items.stream()
                                        .allMatch(item -> others.stream().anyMatch(other -> same(other, item)))
                        : items.isEmpty() && isNothing(stated);
            case Value.Fields(var members) ->
                members.entrySet().stream().allMatch(member -> same(stated.at(member.getKey()), member.getValue()));
            default -> stated.equals(read) || (isNothing(stated) && isNothing(read));
        };
    }

    /** What is empty says as little as what is not there. */
    private static boolean isNothing(Value value) {
        return value.isAbsent()
                || value.asText().filter(String::isEmpty).isPresent()
                || (value instanceof Value.Truth(var truth) && !truth)
                || value.asNumber().filter(number -> number.signum() == 0).isPresent()
                || (value instanceof Value.Items(var items) && items.isEmpty());
    }

    private Optional<Resource> counterpart(Resource resource) {
        var same = live.of(resource.type());
        return NAMES.stream()
                .filter(name -> resource.at(name).asText().isPresent()
                        && same.stream().anyMatch(read -> read.at(name).asText().isPresent()))
                .findFirst()
                .flatMap(name -> same.stream()
                        .filter(read ->
                                resource.at(name).asText().equals(read.at(name).asText()))
                        .findFirst());
    }
}
