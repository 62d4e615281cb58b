package dev.sluice.guard.graph;

/**
 * What the root module tells those who deploy it.
 *
 * @param name its name
 * @param value what it comes to
 * @param place where it is written
 */
public record Output(String name, Value value, Place place) {}
