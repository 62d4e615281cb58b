package dev.sluice.compliance.finding;

/**
 * A finding behind a scan, and what became of it.
 *
 * @param tracked what is known of it now
 * @param isChanged whether that is other than it was before the scan, and so is to be kept
 */
public record Followed(Tracked tracked, Course course, boolean isChanged) {}
