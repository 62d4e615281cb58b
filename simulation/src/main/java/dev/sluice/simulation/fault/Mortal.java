package dev.sluice.simulation.fault;

import dev.sluice.simulation.schedule.Life;

/** What can die in the middle of a call. */
public interface Mortal {

    /** Shared by all that runs in it. */
    Life life();

    /** Ends it: what it held in memory is gone. */
    void die();

    /** Tells it that something may be due. */
    void wake();
}
