package dev.sluice.console.live;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All who watch, and what whoever comes next is told at once. */
final class Viewers {

    /** A few people with a few windows each; every one of them holds a connection. */
    static final int MOST = 32;

    /** What says how things stand, and not only what has just happened. */
    private static final List<String> STANDING = List.of(Watch.SAMPLE, Watch.LATEST);

    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private final Map<String, Frame> standing = new LinkedHashMap<>();
    private boolean ended;

    /** A new one; empty where there are too many, or it is over. */
    synchronized Optional<Viewer> enter() {
        if (isFull()) {
            return Optional.empty();
        }
        var viewer = new Viewer();
        standing.values().forEach(viewer::tell);
        viewers.add(viewer);
        return Optional.of(viewer);
    }

    synchronized void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    synchronized boolean isFull() {
        return ended || viewers.size() >= MOST;
    }

    synchronized boolean isEmpty() {
        return viewers.isEmpty();
    }

    synchronized void tell(Frame frame) {
        if (STANDING.contains(frame.event())) {
            standing.put(frame.event(), frame);
        }
        viewers.forEach(viewer -> viewer.tell(frame));
    }

    synchronized void end() {
        ended = true;
        viewers.forEach(Viewer::end);
    }
}
