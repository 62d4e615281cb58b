package dev.sluice.integration.sandbox;

import dev.sluice.integration.sandbox.authorize.Faults;
import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Journal;

/** What an emulator lets one do and AWS does not: make calls fail, deploy something less, read everything that happened. */
public interface Emulation {

    /** Calls that are to fail. */
    Faults faults();

    /** What is deployed now. */
    Deployment deployed();

    /** From now on this is what is deployed. */
    void deploy(Deployment changed);

    /** What the deployed policies say. */
    Judge judge();

    /** All that happened. */
    Journal journal();

    /** It is time for a rule with a schedule, by its name. */
    void goOff(String rule);

    /** Ends the process of a function, as Lambda does when it likes: the next call finds a new one. */
    void recycle(String function);
}
