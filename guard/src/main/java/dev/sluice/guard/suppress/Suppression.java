package dev.sluice.guard.suppress;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.rule.Finding;
import java.time.LocalDate;

/**
 * Somebody's decision to live with a finding for a while.
 *
 * @param rule the rule it is about, one and no pattern: what nobody has looked at is not decided
 * @param resource the resource's address; in a file it may have {@code *} for any characters
 * @param until the last day on which it holds
 * @param reason why
 * @param source where it was found
 * @param place where it is written
 */
public record Suppression(String rule, String resource, LocalDate until, String reason, Source source, Place place) {

    /** What a suppression is written in. */
    public enum Source {
        /** A file of suppressions, apart from what is checked. */
        FILE,
        /** A comment in the resource's block. */
        COMMENT,
        /** A tag of the resource. */
        TAG
    }

    /** Whether it no longer holds. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }

    /** Whether it is about a finding, expired or not. */
    public boolean covers(Finding finding) {
        return finding.rule().id().equals(rule)
                && switch (source) {
                    case FILE -> Glob.matches(resource, finding.resource());
                    // Two folders may each have a resource of this address; the one that says it is meant.
                    case COMMENT, TAG ->
                        resource.equals(finding.resource())
                                && place.file().equals(finding.place().file());
                };
    }
}
