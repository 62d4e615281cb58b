package dev.sluice.integration.sandbox.scenario;

import dev.sluice.integration.sandbox.Sandbox;
import java.util.List;

/** One thing that a deployed pipeline has to show. It leaves nothing behind that another one could stumble over. */
public interface Scenario {

    /** Its name: a clause. */
    String name();

    /** What it shows, in a sentence. */
    String shows();

    /** Shows it, or fails with the cause. */
    void run(Sandbox sandbox);

    /** Whether only an emulator can be brought to it: AWS does not fail on demand. */
    default boolean needsEmulation() {
        return false;
    }

    /** The refusals of rights that it is about, as {@code action} names; any other refusal is a failure. */
    default List<String> refused() {
        return List.of();
    }
}
