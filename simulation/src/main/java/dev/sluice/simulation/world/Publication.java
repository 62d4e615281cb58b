package dev.sluice.simulation.world;

import dev.sluice.simulation.schedule.Actor;

/** That somebody was granted the right to publish an alert, and what it made of it. */
public final class Publication {

    private final String alertId;
    private final Actor actor;
    private final long claimedFrom;
    private final int clockSteps;
    private boolean published;
    private long recordedBy = Long.MAX_VALUE;

    Publication(String alertId, Actor actor, long claimedFrom, int clockSteps) {
        this.alertId = alertId;
        this.actor = actor;
        this.claimedFrom = claimedFrom;
        this.clockSteps = clockSteps;
    }

    public String alertId() {
        return alertId;
    }

    boolean isOf(Actor who, String alert) {
        return actor == who && alertId.equals(alert);
    }

    void publish() {
        published = true;
    }

    void record(long turn) {
        recordedBy = turn;
    }

    /** Whether it went as far as to publish it. */
    public boolean isPublished() {
        return published;
    }

    /** Whether it was recorded before the other one even asked. */
    public boolean isRecordedBefore(Publication other) {
        return recordedBy < other.claimedFrom;
    }

    /** Whether a fault explains that it was published again by the other one. */
    public boolean isExcused(Publication other) {
        return actor.isDisturbed() || actor.life().isOver() || clockSteps != other.clockSteps;
    }

    @Override
    public String toString() {
        return alertId + " by " + actor.name();
    }
}
