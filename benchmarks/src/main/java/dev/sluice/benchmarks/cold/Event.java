package dev.sluice.benchmarks.cold;

/**
 * What a function is invoked with.
 *
 * @param json as Lambda hands it over
 * @param mark a text that only this event holds, and whatever comes of it
 */
record Event(String json, String mark) {}
