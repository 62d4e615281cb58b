package dev.sluice.integration.sandbox.authorize;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges calls by the policies of one deployment, and writes each judgement down.
 *
 * <p>Whoever waits for work asks the same thing over and over: a judgement is made once, and written down once for each test.
 */
final class Court {

    private static final String LAMBDA = "lambda.amazonaws.com";

    private record Question(String caller, Needed needed) {}

    private final Deployment deployment;
    private final Judge judge;
    private final Statute statute;
    private final Journal journal;
    private final InstantSource clock;
    private final Map<Question, Judge.Verdict> made = new HashMap<>();
    private final Set<Event.Asked> written = new HashSet<>();
    private String test = Journal.BEFORE;

    Court(Deployment deployment, Statute statute, Journal journal, InstantSource clock) {
        this.deployment = deployment;
        this.judge = new Judge(deployment);
        this.statute = statute;
        this.journal = journal;
        this.clock = clock;
    }

    Deployment deployment() {
        return deployment;
    }

    Judge judge() {
        return judge;
    }

    /** Judges a role's call. All that it needs is judged, so that the journal tells all that it lacks. */
    Hearing hear(String role, Operation operation) {
        var needs = statute.needs(operation);
        if (needs.isEmpty()) {
            var unknown = Needed.of(operation.action(), "*");
            var verdict = new Judge.Verdict(false, "the authorizer does not know " + operation.action());
            write(role, unknown, verdict);
            return new Hearing(operation, List.of(unknown), Optional.of(new Hearing.Objection(unknown, verdict.why())));
        }
        Optional<Hearing.Objection> objection = Optional.empty();
        for (var needed : needs.get()) {
            var verdict = judged(role, needed);
            if (!verdict.allowed() && objection.isEmpty()) {
                objection = Optional.of(new Hearing.Objection(needed, verdict.why()));
            }
        }
        return new Hearing(operation, needs.get(), objection);
    }

    /** Whether Lambda may take a function's role (AWS, "Defining Lambda function permissions with an execution role"). */
    Judge.Verdict mayTakeRole(DeployedFunction function) {
        return judged(
                LAMBDA,
                new Needed(
                        "sts:AssumeRole",
                        function.role(),
                        Map.of("aws:SourceArn", function.arn()),
                        Optional.of(LAMBDA)));
    }

    private Judge.Verdict judged(String caller, Needed needed) {
        var who = needed.service().orElse(caller);
        var verdict = verdict(new Question(who, needed));
        write(who, needed, verdict);
        return verdict;
    }

    private synchronized Judge.Verdict verdict(Question question) {
        return made.computeIfAbsent(question, fresh -> {
            var needed = fresh.needed();
            return needed.service().isPresent()
                    ? judge.service(fresh.caller(), needed.action(), needed.arn(), needed.context())
                    : judge.role(fresh.caller(), needed.action(), needed.arn(), needed.context());
        });
    }

    private synchronized void write(String who, Needed needed, Judge.Verdict verdict) {
        if (!test.equals(journal.test())) {
            written.clear();
            test = journal.test();
        }
        var asked =
                new Event.Asked(who, needed.action(), needed.arn(), needed.context(), verdict.allowed(), verdict.why());
        if (written.add(asked)) {
            journal.write(clock.instant(), asked);
        }
    }
}
