package dev.sluice.simulation.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Somebody who does one thing after the other on a thread of its own, and who runs only when it has the turn. */
public final class Actor {

    final Semaphore turn = new Semaphore(0);
    final Life life;
    final long number;
    final Runnable body;
    long readyAt;
    boolean waiting;
    boolean woken;

    @Nullable
    Thread thread;

    private final Map<String, Integer> counts = new HashMap<>();
    private String name;
    private boolean disturbed;

    Actor(String name, long number, Life life, Runnable body) {
        this.name = name;
        this.number = number;
        this.life = life;
        this.body = body;
    }

    public String name() {
        return name;
    }

    /** Takes the name of what it turned out to work on. */
    public void rename(String better) {
        name = better;
    }

    public Life life() {
        return life;
    }

    /** How often it has come to a point of that name, this time included. */
    public int count(String point) {
        return counts.merge(point, 1, Integer::sum);
    }

    /** Something went wrong in what it does. */
    public void disturb() {
        disturbed = true;
    }

    public boolean isDisturbed() {
        return disturbed;
    }
}
