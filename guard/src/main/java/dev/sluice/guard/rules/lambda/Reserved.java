package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import java.util.OptionalInt;

/** How many executions a function has for itself. */
final class Reserved {

    private static final String SETTING = "reserved_concurrent_executions";

    private Reserved() {}

    /** The number; empty where it has none or it cannot be told. The provider writes -1 for none. */
    static OptionalInt of(Cloud cloud, Resource function) {
        return cloud.number(function, SETTING).filter(number -> number.signum() >= 0).stream()
                .mapToInt(number -> number.intValue())
                .findFirst();
    }

    /** Whether there is one that cannot be told. */
    static boolean isOpen(Cloud cloud, Resource function) {
        var said = cloud.at(function, SETTING);
        return !said.isAbsent() && !said.isKnown();
    }
}
