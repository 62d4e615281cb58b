package dev.sluice.guard.graph;

/**
 * How a provider is set up.
 *
 * @param name {@code aws}
 * @param settings what its block says, {@code default_tags} and {@code region} among it
 * @param place where it is written
 */
public record Provider(String name, Value.Fields settings, Place place) {}
