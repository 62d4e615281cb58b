package dev.sluice.compliance.remediating;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Metrics;
import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.port.FindingStore;
import dev.sluice.compliance.port.RepairJournal;
import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Outcome;
import dev.sluice.handlers.codec.BatchAnswer;
import dev.sluice.handlers.codec.QueueEvent;
import dev.sluice.handlers.telemetry.InvocationLine;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;

/**
 * The remediator function: requests in, and of each finding that one asks for a repair, or why there is none, recorded.
 *
 * <p>What fails for one finding does not stop the others; the request is received again for it, and finds the rest done.
 */
public final class Remediator implements RequestStreamHandler {

    private final FindingStore findings;
    private final Repairing repairing;
    private final Mode mode;
    private final InstantSource clock;
    private final Telemetry telemetry;

    /**
     * A remediator.
     *
     * @param mode whether repairs are made where a request does not say
     */
    public Remediator(
            FindingStore findings,
            RepairTarget target,
            RepairJournal journal,
            Norm norm,
            Mode mode,
            InstantSource clock,
            Telemetry telemetry) {
        this.findings = findings;
        this.repairing = new Repairing(findings, target, journal, norm, clock);
        this.mode = mode;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var failures = new BatchAnswer();
        for (var message : QueueEvent.read(event).messages()) {
            var line = telemetry.begin(Compliance.REMEDIATOR.name(), clock.instant());
            try {
                workOff(message, line);
                line.count(Metrics.REPAIR_RUNS);
            } catch (RuntimeException e) {
                line.failed("not worked off", e).count(Metrics.NOT_RUN);
                failures.failed(message.id(), BatchAnswer.reason(e));
            } finally {
                line.end(clock.instant());
            }
        }
        answer.write(failures.write());
    }

    private void workOff(QueueEvent.Message message, InvocationLine line) {
        var request = Request.read(message.body());
        var asked = new Asked(request.scan(), request.mode().orElse(mode), message.sender());
        line.note("scan", asked.scan().toString()).note("mode", asked.mode().word());
        var failed = new Failed();
        for (var finding : request.findings().orElseGet(this::planned)) {
            try {
                repairing.repair(finding, asked).ifPresent(repair -> count(repair.outcome(), line));
            } catch (RuntimeException e) {
                failed.add(e);
            }
        }
        failed.rethrow();
    }

    /** Every finding that is open and can be repaired, in the order of their keys. */
    private List<FindingKey> planned() {
        return findings.findings().stream()
                .filter(Tracked::isOpen)
                .filter(finding -> finding.proposal() instanceof Proposal.Planned)
                .map(Tracked::key)
                .limit(Request.MOST_FINDINGS)
                .toList();
    }

    private static void count(Outcome outcome, InvocationLine line) {
        switch (outcome) {
            case REPAIRED -> line.count(Metrics.REPAIRED);
            case REFUSED, NOT_OURS, COMES_BACK -> line.count(Metrics.REPAIRS_REFUSED);
            case BEGUN, WOULD_REPAIR, ALREADY_SO, CHANGED_MEANWHILE, BY_HAND, NOT_OPEN, NOT_KNOWN, NOT_SEEN -> {}
        }
    }
}
