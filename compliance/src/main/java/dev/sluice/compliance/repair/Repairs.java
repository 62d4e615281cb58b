package dev.sluice.compliance.repair;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can be put right in an environment by itself.
 *
 * <p>Each repair is made on the graph first, and every rule looks at what comes of it: what would break something else, or
 * might, is refused with what the rule says.
 */
public final class Repairs implements Proposals {

    private static final Map<String, Remedy> BY_RULE = byRule(List.of(
            new RetentionOfLogs(),
            new PublicAccessBlock(),
            new RetentionOfDeadLetters(),
            new PointInTimeRecovery(),
            new Tracing(),
            new Tags(),
            new TopicEncryption()));

    private final ResourceGraph graph;
    private final Norm norm;
    private final Expectations expectations;
    private final List<Rule> rules;
    private final Cloud cloud;
    private final Map<Resource, Look> after = new HashMap<>();
    private Optional<Look> before = Optional.empty();

    /**
     * The repairs of an environment, which is looked at once more where there is one to plan, and not where nothing is wrong.
     *
     * @param graph what is there
     * @param rules every rule that a scan asks
     */
    public Repairs(ResourceGraph graph, Norm norm, Expectations expectations, List<Rule> rules) {
        this.graph = graph;
        this.norm = norm;
        this.expectations = expectations;
        this.rules = List.copyOf(rules);
        this.cloud = new Cloud(graph, expectations);
    }

    private static Map<String, Remedy> byRule(List<Remedy> remedies) {
        var all = new HashMap<String, Remedy>();
        for (var remedy : remedies) {
            for (var rule : remedy.rules()) {
                if (all.put(rule, remedy) != null) {
                    throw new IllegalStateException("two remedies answer " + rule);
                }
            }
        }
        return Map.copyOf(all);
    }

    /** The ids of the rules whose findings can be put right, as far as nothing speaks against it. */
    public static List<String> rules() {
        return BY_RULE.keySet().stream().sorted().toList();
    }

    /** What would put the findings of a rule right, by the rule's id; empty where a person does. */
    public static Optional<RepairKind> answering(String rule) {
        return Optional.ofNullable(BY_RULE.get(rule)).map(Remedy::kind);
    }

    @Override
    public Proposal of(Finding finding) {
        var remedy = BY_RULE.get(finding.rule().id());
        if (remedy == null || !finding.isBroken()) {
            return new Proposal.ByHand();
        }
        return switch (draft(remedy, finding)) {
            case Draft.None ignored -> new Proposal.ByHand();
            case Draft.Barred(var why) -> new Proposal.Refused(remedy.kind(), why);
            case Draft.Changes(var changes) -> best(remedy.kind(), finding, changes);
        };
    }

    private Draft draft(Remedy remedy, Finding finding) {
        var found = graph.at(finding.resource());
        return found.size() == 1 ? remedy.draft(found.getFirst(), cloud, norm) : new Draft.None();
    }

    /** The change that would be tried first, whether it is needed or not. */
    Optional<Draft.Change> drafted(Finding finding) {
        return Optional.ofNullable(BY_RULE.get(finding.rule().id()))
                .filter(remedy -> draft(remedy, finding) instanceof Draft.Changes)
                .map(remedy ->
                        ((Draft.Changes) draft(remedy, finding)).changes().getFirst());
    }

    /** The first change that harms nothing; where each does, what speaks against the first. */
    private Proposal best(RepairKind kind, Finding finding, List<Draft.Change> changes) {
        var first = proposal(kind, finding, changes.getFirst());
        return first instanceof Proposal.Planned
                ? first
                : changes.stream()
                        .skip(1)
                        .map(change -> proposal(kind, finding, change))
                        .filter(Proposal.Planned.class::isInstance)
                        .findFirst()
                        .orElse(first);
    }

    private Proposal proposal(RepairKind kind, Finding finding, Draft.Change change) {
        var foreign = Wording.foreign(Tags.known(change.owner(), cloud), norm);
        if (!foreign.isEmpty()) {
            return new Proposal.Refused(kind, whose(change.owner(), foreign));
        }
        var then = after.computeIfAbsent(change.changed(), changed -> look(Amended.with(graph, changed)));
        var worse = then.worseThan(before());
        if (worse.isPresent()) {
            return new Proposal.Refused(kind, speaksAgainst(worse.get()));
        }
        return then.still(FindingKey.of(finding))
                .<Proposal>map(same -> new Proposal.Refused(
                        kind,
                        "with " + change.after() + " it would still be so: "
                                + same.verdict().said()))
                .orElseGet(() -> new Proposal.Planned(kind, change.target(), change.before(), change.after()));
    }

    private String whose(Resource owner, List<String> foreign) {
        return "whose " + owner.address() + " is cannot be told: it does not bear "
                + foreign.stream().map(tag -> tag + "=" + norm.tags().get(tag)).collect(Collectors.joining(" and "))
                + ", which is put back by hand";
    }

    private static String speaksAgainst(Finding worse) {
        var would = worse.isBroken() ? "it would break " : "it might break ";
        return would + worse.rule().id() + " at " + worse.resource() + ": "
                + worse.verdict().said();
    }

    private Look before() {
        var look = before.orElseGet(() -> look(graph));
        before = Optional.of(look);
        return look;
    }

    private Look look(ResourceGraph of) {
        return Look.of(Guard.look(of, expectations, rules).stream().distinct().toList());
    }
}
