package dev.sluice.guard.graph;

/**
 * Something that could not be read. What else there is was read all the same.
 *
 * @param place where
 * @param why a sentence's worth, without the text that could not be read: it may hold a secret
 */
public record Unreadable(Place place, String why) {}
