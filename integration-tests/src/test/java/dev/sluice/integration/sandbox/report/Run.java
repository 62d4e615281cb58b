package dev.sluice.integration.sandbox.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * A run of the suite.
 *
 * @param target what it was run against
 * @param started when it began
 * @param ended when it was done
 * @param tests the tests, in their order
 * @param alarms what the tests of alarms found, a line each
 */
record Run(String target, Instant started, Instant ended, List<Shown> tests, List<String> alarms) {

    Run {
        tests = List.copyOf(tests);
        alarms = List.copyOf(alarms);
    }

    Duration took() {
        return Duration.between(started, ended);
    }

    long count(Predicate<Shown> which) {
        return tests.stream().filter(which).count();
    }
}
