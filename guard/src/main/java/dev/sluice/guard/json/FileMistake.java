package dev.sluice.guard.json;

import dev.sluice.guard.graph.Place;

/** A file that somebody wrote for the guard does not say what it has to; the message is all that its writer gets. */
public final class FileMistake extends Exception {

    private static final long serialVersionUID = 1L;

    public FileMistake(Place place, String why) {
        super(place + ": " + why);
    }
}
