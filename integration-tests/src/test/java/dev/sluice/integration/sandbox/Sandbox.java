package dev.sluice.integration.sandbox;

import dev.sluice.integration.sandbox.client.Alerts;
import dev.sluice.integration.sandbox.client.Operator;
import dev.sluice.integration.sandbox.client.Sender;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A pipeline that was deployed, and the ways to it that a sender, an operator and a subscriber have: the same for every
 * target.
 */
public interface Sandbox {

    /** What it is, for the report. */
    String target();

    /** An output of the stack. */
    String output(String name);

    /** A sender of the source {@code default}. */
    Sender sender();

    /** Somebody who may look at and call everything. */
    Operator operator();

    /** What the subscribers of the alerts are told. */
    Alerts alerts();

    /**
     * Waits until something is there.
     *
     * @param what what is waited for, for the failure's message
     * @param look looks for it
     * @throws AssertionError where it does not come
     */
    <T> T await(String what, Supplier<Optional<T>> look);

    /** Waits until nothing is under way any more that could still change anything, as far as that can be told. */
    void settle();

    /** What only an emulator lets one do; empty where AWS itself runs it. */
    Optional<Emulation> emulation();
}
