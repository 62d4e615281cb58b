package dev.sluice.infra.cost;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Trigger;
import java.math.BigDecimal;

/** How often a function is called for one transaction. */
final class Handed {

    private Handed() {}

    /** How many events it is handed. */
    static BigDecimal events(Function function, Traffic traffic) {
        var events = BigDecimal.ZERO;
        for (var trigger : function.triggers()) {
            events = events.max(
                    switch (trigger) {
                        case Trigger.Route route ->
                            switch (route.access()) {
                                case SENDER -> BigDecimal.ONE;
                                case OPERATOR -> BigDecimal.ZERO;
                            };
                        case Trigger.Subscription ignored -> BigDecimal.ONE;
                        case Trigger.Stream ignored -> BigDecimal.ONE;
                        case Trigger.Messages ignored -> traffic.flagged();
                        case Trigger.Schedule ignored -> BigDecimal.ZERO;
                    });
        }
        return events;
    }

    /** How many invocations hand it those. */
    static BigDecimal invocations(Function function, Traffic traffic) {
        var events = events(function, traffic);
        return function.records().isPresent() ? events.multiply(traffic.invocationsAnItem()) : events;
    }
}
