package dev.sluice.integration.sandbox.removal;

import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which tests would miss a right: the calls that a run made are judged again without it. A call that is refused is a failure
 * of the test that made it, whatever else that test shows, so that nothing has to be run again to know.
 */
public final class Missed {

    private final Map<Event.Asked, String> calls = new LinkedHashMap<>();

    /** The calls of a run that were allowed, each with the first test that made it. */
    public Missed(Journal journal) {
        for (var entry : journal.entries()) {
            if (entry.event() instanceof Event.Asked asked && asked.allowed()) {
                calls.putIfAbsent(asked, entry.test());
            }
        }
    }

    /** The first test that fails without something. */
    public Optional<String> first(Deployment changed) {
        var judge = new Judge(changed);
        return calls.entrySet().stream()
                .filter(call -> !again(judge, call.getKey()).allowed())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Judge.Verdict again(Judge judge, Event.Asked call) {
        return call.caller().endsWith(".amazonaws.com")
                ? judge.service(call.caller(), call.action(), call.resource(), call.said())
                : judge.role(call.caller(), call.action(), call.resource(), call.said());
    }
}
