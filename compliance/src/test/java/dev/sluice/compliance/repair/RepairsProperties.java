package dev.sluice.compliance.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of repairs, whatever is wrong at once. */
class RepairsProperties {

    @Property(tries = 60)
    void aPlannedRepairThatIsMadeRemovesItsFindingAndAddsNone(@ForAll("broken") SmallEnvironment environment) {
        var graph = environment.graph();
        var repairs = SmallEnvironment.repairs(graph);
        var before = broken(graph);
        for (var finding : findings(graph)) {
            if (repairs.of(finding) instanceof Planned planned) {
                var after = broken(made(graph, planned));
                assertThat(after.keySet()).isSubsetOf(before.keySet());
                assertThat(after).doesNotContainKey(FindingKey.of(finding));
            }
        }
    }

    @Property(tries = 30)
    void whatIsProposedDoesNotDependOnTheOrderOfResources(
            @ForAll("broken") SmallEnvironment environment, @ForAll Random random) {
        var shuffled = new ArrayList<>(environment.resources());
        Collections.shuffle(shuffled, random);
        assertThat(proposals(SmallEnvironment.graph(shuffled))).isEqualTo(proposals(environment.graph()));
    }

    @Property(tries = 30)
    void whatIsMadeIsItsOwnBeforeOnTheSecondLook(@ForAll("broken") SmallEnvironment environment) {
        var graph = environment.graph();
        var repairs = SmallEnvironment.repairs(graph);
        for (var finding : findings(graph)) {
            if (repairs.of(finding) instanceof Planned planned) {
                var again = SmallEnvironment.repairs(made(graph, planned)).drafted(finding);
                assertThat(again).hasValueSatisfying(change -> {
                    assertThat(change.target()).isEqualTo(planned.target());
                    assertThat(change.before()).isEqualTo(planned.after());
                });
            }
        }
    }

    @Provide
    Arbitrary<SmallEnvironment> broken() {
        var breaks = Arbitraries.of(List.<Consumer<SmallEnvironment>>of(
                        it -> it.set(SmallEnvironment.GROUP, "retention_in_days", 0),
                        it -> it.without(SmallEnvironment.GROUP, "retention_in_days"),
                        it -> it.set(SmallEnvironment.BLOCK, "block_public_acls", false),
                        it -> it.set(SmallEnvironment.BLOCK, "restrict_public_buckets", false),
                        it -> it.set(
                                SmallEnvironment.TABLE, "point_in_time_recovery", List.of(Map.of("enabled", false))),
                        it -> it.without(SmallEnvironment.TABLE, "point_in_time_recovery"),
                        it -> it.set(
                                SmallEnvironment.FUNCTION, "tracing_config", List.of(Map.of("mode", "PassThrough"))),
                        it -> it.without(SmallEnvironment.FUNCTION, "tracing_config"),
                        it -> it.without(SmallEnvironment.TOPIC, "kms_master_key_id"),
                        it -> it.set(SmallEnvironment.KEY, "policy", SmallEnvironment.policy(false)),
                        it -> it.set(SmallEnvironment.ROLE_POLICY, "policy", SmallEnvironment.rights(false))))
                .set()
                .ofMaxSize(8);
        var seconds = Arbitraries.integers().between(60, 1_209_600);
        var untagged = Arbitraries.of(
                        SmallEnvironment.FUNCTION,
                        SmallEnvironment.GROUP,
                        SmallEnvironment.LETTERS,
                        SmallEnvironment.TABLE,
                        SmallEnvironment.BUCKET,
                        SmallEnvironment.TOPIC,
                        SmallEnvironment.KEY)
                .set()
                .ofMaxSize(3);
        var lost = Arbitraries.of(
                        SmallEnvironment.NORM.tags().keySet().stream().sorted().toList())
                .set()
                .ofMinSize(1)
                .ofMaxSize(2);
        return Combinators.combine(breaks, seconds, untagged, lost).as(RepairsProperties::environment);
    }

    private static SmallEnvironment environment(
            Set<Consumer<SmallEnvironment>> breaks, int seconds, Set<String> untagged, Set<String> lost) {
        var environment = new SmallEnvironment().set(SmallEnvironment.LETTERS, "message_retention_seconds", seconds);
        breaks.forEach(each -> each.accept(environment));
        untagged.forEach(address -> environment.untagged(address, lost));
        return environment;
    }

    private static List<Finding> findings(ResourceGraph graph) {
        return SmallEnvironment.look(graph).stream().filter(Finding::isBroken).toList();
    }

    private static Map<FindingKey, Long> broken(ResourceGraph graph) {
        return findings(graph).stream()
                .collect(Collectors.groupingBy(FindingKey::of, TreeMap::new, Collectors.counting()));
    }

    private static Map<FindingKey, Proposal> proposals(ResourceGraph graph) {
        var repairs = SmallEnvironment.repairs(graph);
        var all = new TreeMap<FindingKey, Proposal>();
        findings(graph).forEach(finding -> all.put(FindingKey.of(finding), repairs.of(finding)));
        return all;
    }

    /** The account after a repair, made by what the plan says alone. */
    private static ResourceGraph made(ResourceGraph graph, Planned planned) {
        return SmallEnvironment.graph(graph.resources().stream()
                .map(resource -> changed(resource, planned))
                .toList());
    }

    private static Resource changed(Resource resource, Planned planned) {
        var after = planned.after();
        return switch (planned.kind()) {
            case LOG_RETENTION ->
                set(resource, "name", planned, Map.of("retention_in_days", Value.number(Wording.daysIn(after))));
            case DEAD_LETTER_RETENTION ->
                set(
                        resource,
                        "url",
                        planned,
                        Map.of("message_retention_seconds", Value.number(Wording.secondsIn(after))));
            case POINT_IN_TIME_RECOVERY ->
                set(
                        resource,
                        "arn",
                        planned,
                        Map.of("point_in_time_recovery", block("enabled", new Value.Truth(true))));
            case TRACING ->
                set(resource, "function_name", planned, Map.of("tracing_config", block("mode", Value.text(after))));
            case TOPIC_ENCRYPTION -> set(resource, "arn", planned, Map.of("kms_master_key_id", Value.text(after)));
            case PUBLIC_ACCESS_BLOCK ->
                resource.type().equals("aws_s3_bucket_public_access_block")
                        ? set(
                                resource,
                                "bucket",
                                planned,
                                Wording.LOCKS.stream()
                                        .collect(Collectors.toMap(lock -> lock, lock -> new Value.Truth(true))))
                        : resource;
            case TAGS -> {
                var tags = new LinkedHashMap<String, Value>();
                for (var tag : after.split(", ", -1)) {
                    tags.put(tag.substring(0, tag.indexOf('=')), Value.text(tag.substring(tag.indexOf('=') + 1)));
                }
                var name = resource.type().equals("aws_sqs_queue") ? "url" : "arn";
                yield set(resource, name, planned, Map.of("tags", new Value.Fields(tags)));
            }
        };
    }

    private static Value block(String member, Value value) {
        return new Value.Items(List.of(new Value.Fields(Map.of(member, value))));
    }

    private static Resource set(Resource resource, String name, Planned planned, Map<String, ? extends Value> values) {
        if (!resource.at(name).asText().filter(planned.target()::equals).isPresent()) {
            return resource;
        }
        var changed = resource;
        for (var value : values.entrySet()) {
            changed = Amended.with(changed, value.getKey(), value.getValue());
        }
        return changed;
    }
}
