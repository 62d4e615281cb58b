package dev.sluice.integration.sandbox.diagnosis;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** Why something may not have arrived: what the journal of a test and the deployment say, the likeliest first. */
public final class Diagnosis {

    private static final int MOST_LINES = 14;

    private Diagnosis() {}

    /**
     * The causes, a line each.
     *
     * @param test the test that waits
     * @param expected actions that the test itself sees to be refused
     */
    public static List<String> of(Deployment deployment, Journal journal, String test, Collection<String> expected) {
        var found = new LinkedHashSet<String>(refusals(journal, test, expected));
        journal.of(Event.Invoked.class, test)
                .filter(Event.Invoked::failed)
                .map(invoked -> invoked.function() + " failed: " + invoked.outcome())
                .distinct()
                .forEach(found::add);
        found.addAll(LooseEnds.of(deployment));
        // The last is where it ended; what was only tried again came before.
        journal.of(Event.Passed.class, test)
                .filter(passed -> !passed.arrived())
                .map(passed -> passed.from() + " -> " + passed.to() + " did not arrive: " + passed.detail())
                .distinct()
                .toList()
                .reversed()
                .forEach(found::add);
        var lines = new ArrayList<>(found);
        return lines.size() > MOST_LINES ? lines.subList(0, MOST_LINES) : lines;
    }

    /** The rights that were missed during a test, and that it does not expect to be. */
    public static List<String> refusals(Journal journal, String test, Collection<String> expected) {
        return journal.of(Event.Asked.class, test)
                .filter(asked -> !asked.allowed() && !expected.contains(asked.action()))
                .map(asked ->
                        asked.caller() + " may not " + asked.action() + " on " + asked.resource() + ": " + asked.why())
                .distinct()
                .toList();
    }

    /** The lines as one text. */
    public static String text(Stream<String> lines) {
        return String.join("\n", lines.map(line -> "  " + line).toList());
    }
}
