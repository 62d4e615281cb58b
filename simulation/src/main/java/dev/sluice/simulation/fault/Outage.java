package dev.sluice.simulation.fault;

/**
 * A time in which a port answers nothing.
 *
 * @param from milliseconds since the run began, inclusive
 * @param until exclusive
 */
public record Outage(String port, long from, long until) {

    boolean holds(String asked, long now) {
        return port.equals(asked) && from <= now && now < until;
    }
}
