package dev.sluice.integration.sandbox;

import dev.sluice.integration.sandbox.diagnosis.Diagnosis;
import dev.sluice.integration.sandbox.journal.Journal;
import dev.sluice.integration.sandbox.report.Shown;
import dev.sluice.integration.sandbox.scenario.Scenario;
import dev.sluice.integration.sandbox.scenario.Scenarios;
import dev.sluice.integration.sandbox.scenario.compliance.ComplianceScenarios;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs tests of a sandbox one after the other and keeps what each showed. */
final class Suite {

    private final Journal journal;
    private final List<Shown> shown = new ArrayList<>();

    Suite(Journal journal) {
        this.journal = journal;
    }

    /** Something that is tested. */
    @FunctionalInterface
    interface Check {
        void run() throws Exception;
    }

    /** All that is shown before the emulator: of the pipeline, and of what watches it. */
    static Stream<Scenario> scenarios() {
        return Stream.of(Scenarios.ALL, ComplianceScenarios.ALL).flatMap(List::stream);
    }

    /** What was shown so far. */
    List<Shown> shown() {
        return List.copyOf(shown);
    }

    /** Runs a test and keeps what came of it; what it fails of is thrown. */
    void show(String name, String what, Check check) throws Exception {
        journal.begin(name);
        var start = Instant.now();
        try {
            check.run();
            shown.add(new Shown(name, what, new Shown.Outcome.Passed(), since(start)));
        } catch (Exception | AssertionError e) {
            shown.add(new Shown(name, what, new Shown.Outcome.Failed(String.valueOf(e.getMessage())), since(start)));
            throw e;
        }
    }

    private static Duration since(Instant start) {
        return Duration.between(start, Instant.now());
    }

    /**
     * Runs a scenario; a right that was missed and that the scenario is not about is a failure too, whatever else it
     * shows.
     */
    static void run(Scenario scenario, Sandbox sandbox) {
        try {
            scenario.run(sandbox);
        } catch (AssertionError | RuntimeException failure) {
            throw sandbox.emulation()
                    .map(emulation -> explained(failure, emulation, scenario.refused()))
                    .orElseGet(() -> new AssertionError(failure.getMessage(), failure));
        } finally {
            sandbox.emulation().ifPresent(emulation -> emulation.faults().clear());
        }
        sandbox.emulation().ifPresent(emulation -> {
            sandbox.settle();
            var refused = refusals(emulation, scenario.refused());
            if (!refused.isEmpty()) {
                throw new AssertionError("it went well, but a right was missed:\n" + Diagnosis.text(refused.stream()));
            }
        });
    }

    /** What a scenario fails of; empty where it does not. */
    static Optional<String> failure(Scenario scenario, Sandbox sandbox) {
        try {
            run(scenario, sandbox);
            return Optional.empty();
        } catch (AssertionError failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    private static List<String> refusals(Emulation emulation, Collection<String> expected) {
        return Diagnosis.refusals(emulation.journal(), emulation.journal().test(), expected);
    }

    private static AssertionError explained(Throwable failure, Emulation emulation, Collection<String> expected) {
        var message = String.valueOf(failure.getMessage());
        var causes =
                Diagnosis.of(
                                emulation.deployed(),
                                emulation.journal(),
                                emulation.journal().test(),
                                expected)
                        .stream()
                        .filter(cause -> !message.contains(cause))
                        .toList();
        return new AssertionError(
                causes.isEmpty() ? message : message + "\nwhat may be the cause:\n" + Diagnosis.text(causes.stream()),
                failure);
    }
}
