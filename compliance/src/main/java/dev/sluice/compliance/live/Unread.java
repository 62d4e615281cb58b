package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** What could not be read, collected while everything else is. */
final class Unread {

    private final List<Unreadable> all = new ArrayList<>();

    /**
     * Notes that something of a resource could not be read.
     *
     * @param address the resource's address
     * @param call service and action, and what was answered, by its code alone
     */
    synchronized void add(String address, String call) {
        all.add(new Unreadable(new Place(address, 0), call));
    }

    synchronized List<Unreadable> all() {
        return List.copyOf(all);
    }
}
