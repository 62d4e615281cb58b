package dev.sluice.compliance;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whole valid things, of which a test lets one member differ. */
public final class Made {

    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    public static final Norm NORM =
            new Norm("dev", Map.of("Project", "sluice", "Environment", "dev"), 30, 14, "default");

    private Made() {}

    public static Tracked tracked(String resource) {
        return tracked(resource, 0, new Proposal.ByHand());
    }

    public static Tracked tracked(String resource, int returns, Proposal proposal) {
        return new Tracked(
                new FindingKey("sqs-short-dead-letter-retention", resource),
                Severity.WARNING,
                "Dead letters are gone before anybody looks",
                "it keeps letters for 4 days",
                NOW.minusSeconds(3_600),
                NOW,
                Optional.empty(),
                returns,
                proposal);
    }

    public static Tracked resolved(Tracked open, Instant at) {
        return new Tracked(
                open.key(),
                open.severity(),
                open.title(),
                open.said(),
                open.firstSeen(),
                open.lastSeen(),
                Optional.of(at),
                open.returns(),
                open.proposal());
    }

    public static Proposal planned() {
        return new Proposal.Planned(
                RepairKind.DEAD_LETTER_RETENTION, "https://sqs/sluice-a-dlq-dev", "4 days", "14 days");
    }

    public static Proposal refused() {
        return new Proposal.Refused(RepairKind.TOPIC_ENCRYPTION, "alarms may not use the key");
    }

    public static ScanSummary summary(Instant at, int errors) {
        return new ScanSummary(at, Map.of(Severity.ERROR, errors, Severity.NOTE, 2), 40, 3, 1, 2, 4, 5, 6);
    }

    public static Resource resource(String type, String name, Map<String, Value> attributes) {
        return resource(false, type, name, attributes);
    }

    public static Resource resource(boolean data, String type, String name, Map<String, Value> attributes) {
        var address = (data ? "data." : "") + type + "." + name;
        return new Resource(
                address,
                "",
                data,
                type,
                name,
                new Value.Fields(attributes),
                Set.of(),
                new Place(address, 0),
                Optional.empty(),
                new Value.Fields(Map.of()),
                List.of());
    }

    /** The account's recorder, which is not in the way of what a test is about. */
    public static Resource recorder() {
        return resource(
                true, "aws_config_configuration_recorder", "default", Map.of("recording", new Value.Truth(true)));
    }

    /** A log group of the environment that keeps its lines for ever, which one rule objects to and none else. */
    public static Resource logGroup(String function) {
        var name = "/aws/lambda/sluice-" + function + "-dev";
        return resource(
                "aws_cloudwatch_log_group",
                name,
                Map.of("name", Value.text(name), "retention_in_days", Value.number(0), "tags_all", tags()));
    }

    public static Value tags() {
        return new Value.Fields(Map.of("Project", Value.text("sluice"), "Environment", Value.text("dev")));
    }

    public static ResourceGraph live(List<Unreadable> unreadable, Resource... resources) {
        return new ResourceGraph(Origin.LIVE, List.of(resources), List.of(), List.of(), unreadable);
    }
}
