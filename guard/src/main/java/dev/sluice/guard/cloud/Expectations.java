package dev.sluice.guard.cloud;

import java.time.LocalDate;
import java.util.Set;

/**
 * What those who run the guard expect beyond what is right everywhere.
 *
 * @param today the day it is, for what has an end
 * @param tags the tags that every resource has; where there are none, any tag will do
 * @param concurrency how many executions of functions the account may have at once
 */
public record Expectations(LocalDate today, Set<String> tags, int concurrency) {

    /** What an account has that nobody raised it for (AWS, "Lambda quotas"). */
    public static final int USUAL_CONCURRENCY = 1_000;

    public Expectations {
        tags = Set.copyOf(tags);
    }

    /** Nothing beyond. */
    public static Expectations usual(LocalDate today) {
        return new Expectations(today, Set.of(), USUAL_CONCURRENCY);
    }
}
