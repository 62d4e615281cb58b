package dev.sluice.simulation.law;

import java.util.List;

/** All of them. */
public final class Laws {

    public static final List<Law> ALL = List.of(
            new ItComesToRest(),
            new NothingIsSeenBroken(),
            new NothingAcknowledgedIsLost(),
            new NothingIsInvented(),
            new HistoriesAreExact(),
            new EverythingIsEnriched(),
            new AssessmentsAreExact(),
            new AlertsAreExact(),
            new NoAlertIsRepeated(),
            new NothingWaits(),
            new DeadLettersAreExplained(),
            new OnlyPoisonIsLeft());

    private Laws() {}
}
