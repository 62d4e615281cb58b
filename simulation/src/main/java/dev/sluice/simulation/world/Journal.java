package dev.sluice.simulation.world;

import dev.sluice.simulation.schedule.Actor;
import dev.sluice.simulation.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;

/** What is seen of a run from outside the machine, while it goes on. */
public final class Journal {

    private final Scheduler scheduler;
    private final List<Try> tries = new ArrayList<>();
    private final List<Publication> publications = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private int clockSteps;

    Journal(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    Try sends(Item.Submits item, String correlationId) {
        var sent = new Try(item, correlationId);
        tries.add(sent);
        return sent;
    }

    void clockSteps() {
        clockSteps++;
    }

    /** How many times the clock has stepped so far. */
    int clockStepsSoFar() {
        return clockSteps;
    }

    /**
     * Notes that whose turn it is was granted an alert.
     *
     * @param claimedFrom the turn at which it began to ask
     * @param steps how many times the clock had stepped then: a claim ends by the clock that it was made by
     */
    void granted(String alertId, long claimedFrom, int steps) {
        publications.add(new Publication(alertId, scheduler.current(), claimedFrom, steps));
    }

    void publishes(String alertId) {
        find(alertId).publish();
    }

    void recorded(String alertId) {
        find(alertId).record(scheduler.turns());
    }

    /** The one that is under way; one that nobody was granted is a new one, which nothing excuses. */
    private Publication find(String alertId) {
        Actor me = scheduler.current();
        for (var publication : publications.reversed()) {
            if (publication.isOf(me, alertId)) {
                return publication;
            }
        }
        var unclaimed = new Publication(alertId, me, scheduler.turns(), clockSteps);
        publications.add(unclaimed);
        return unclaimed;
    }

    /** Notes a law that was seen broken while the run went on. */
    void breaks(String sentence) {
        broken.add(sentence);
    }

    public List<Try> tries() {
        return List.copyOf(tries);
    }

    /** In the order in which they were granted. */
    public List<Publication> publications() {
        return List.copyOf(publications);
    }

    /** What was seen broken. */
    public List<String> broken() {
        return List.copyOf(broken);
    }
}
