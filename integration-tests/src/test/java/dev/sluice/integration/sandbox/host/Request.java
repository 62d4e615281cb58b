package dev.sluice.integration.sandbox.host;

import java.util.Optional;

/**
 * What somebody asks of a function.
 *
 * @param id the request id
 * @param named the name or ARN that was asked for
 * @param event the event as JSON
 * @param by what asks, for the journal
 */
record Request(String id, String named, String event, String by) {

    /** The alias or the version that was asked for, of a function with that name. */
    Optional<String> qualifier(String function) {
        var at = named.lastIndexOf(function + ":");
        return at < 0 ? Optional.empty() : Optional.of(named.substring(at + function.length() + 1));
    }

    /** Tells nothing of the event. */
    @Override
    public String toString() {
        return "Request[" + id + " of " + named + " by " + by + "]";
    }
}
