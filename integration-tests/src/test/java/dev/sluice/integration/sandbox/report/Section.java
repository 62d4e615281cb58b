package dev.sluice.integration.sandbox.report;

/** A part of the page with a heading of its own. */
interface Section {

    /** What links to it: letters only. */
    String id();

    /** Its heading. */
    String title();

    /** Writes what stands below the heading. */
    void body(Html html);
}
