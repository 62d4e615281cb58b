package dev.sluice.compliance.report;

/** A part of the page under a heading of its own. */
interface Section {

    /** By what links find it. */
    String id();

    String title();

    /** Whether there is anything to be said: most parts say so where there is nothing. */
    default boolean isTold(Report report) {
        return true;
    }

    /** Writes what stands under the heading. */
    void body(Html html, Report report);
}
