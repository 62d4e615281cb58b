package dev.sluice.guard.rules.account;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A block that works in one region or account only, as it writes which. */
public final class HardCodedPlace implements Rule {

    private static final Card CARD = new Card(
            "account-hard-coded-place",
            Severity.WARNING,
            "A region or an account is written out",
            "Deployed anywhere else it points at what is not there, or at what belongs to another environment.",
            "Use data.aws_region.current.name and data.aws_caller_identity.current.account_id, the resource's own arn, or a "
                    + "variable where it is somebody else's.",
            "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/caller_identity");

    /** What is for people to read, and where a region or account belongs. */
    private static final Set<String> NOT_LOOKED_AT = Set.of(
            "//",
            "alarm_description",
            "comment",
            "connection",
            "description",
            "provider",
            "provisioner",
            "tags",
            "tags_all");

    /** Where another state lies only its backend's settings say, and a page of the Web has the address it has. */
    private static final Set<String> PLACES_OF_OTHERS = Set.of("http", "terraform_remote_state");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        // A block is written once, however many instances it has.
        Map<String, Resource> blocks = new LinkedHashMap<>();
        cloud.graph().resources().stream()
                .filter(resource -> !PLACES_OF_OTHERS.contains(resource.type()))
                .forEach(resource -> blocks.putIfAbsent(
                        resource.place() + " " + resource.type() + " " + resource.name() + " " + resource.data(),
                        resource));
        return blocks.values().stream().flatMap(this::found);
    }

    private Stream<Finding> found(Resource block) {
        var places = new LinkedHashMap<String, Set<String>>();
        block.written().values().forEach((attribute, value) -> collect(attribute, attribute, value, places));
        // CloudFront is at home in one region, and so is what it uses.
        boolean global =
                block.type().startsWith("aws_cloudfront_") || block.type().startsWith("aws_waf");
        places.keySet().removeIf(place -> global && place.equals("region us-east-1"));
        if (places.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(broken(
                block,
                places.entrySet().stream()
                        .map(entry -> String.join(", ", entry.getValue()) + " writes out the " + entry.getKey())
                        .limit(4)
                        .collect(Collectors.joining("; "))));
    }

    private static void collect(String attribute, String name, Value value, Map<String, Set<String>> into) {
        if (NOT_LOOKED_AT.contains(name)) {
            return;
        }
        switch (value) {
            case Value.Fields(var members) -> members.forEach((member, each) -> collect(attribute, member, each, into));
            case Value.Items(var items) -> items.forEach(each -> collect(attribute, name, each, into));
            case Value.Text text ->
                Places.in(text.toString())
                        .forEach(place -> into.computeIfAbsent(place, ignored -> new LinkedHashSet<>())
                                .add(attribute));
            case Value.Absent ignored -> {}
            case Value.Num ignored -> {}
            case Value.Truth ignored -> {}
            case Value.Unknown ignored -> {}
        }
    }
}
