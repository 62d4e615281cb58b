package dev.sluice.guard.cloud;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What those who run the guard expect beyond what is right everywhere.
 *
 * @param today the day it is, for what has an end
 * @param tags the tags that every resource has; where there are none, any tag will do
 * @param concurrency how many executions of functions the account may have at once
 * @param alarms the names of alarms, those together that are deployed together: where one of them is there, all are; none
 *     where nobody says
 */
public record Expectations(LocalDate today, Set<String> tags, int concurrency, List<Set<String>> alarms) {

    /** What an account has that nobody raised it for (AWS, "Lambda quotas"). */
    public static final int USUAL_CONCURRENCY = 1_000;

    public Expectations {
        tags = Set.copyOf(tags);
        alarms = alarms.stream().map(Set::copyOf).toList();
    }

    /** The same, where nobody says which alarms there are. */
    public Expectations(LocalDate today, Set<String> tags, int concurrency) {
        this(today, tags, concurrency, List.of());
    }

    /** Nothing beyond. */
    public static Expectations usual(LocalDate today) {
        return new Expectations(today, Set.of(), USUAL_CONCURRENCY);
    }
}
