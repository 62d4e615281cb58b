package dev.sluice.integration.sandbox.authorize;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of judging a call.
 *
 * @param operation what was asked for
 * @param needs the rights that it needs
 * @param objection the first of them that the caller does not have; empty where it may go on
 */
record Hearing(Operation operation, List<Needed> needs, Optional<Objection> objection) {

    Hearing {
        needs = List.copyOf(needs);
    }

    /**
     * A right that is not there.
     *
     * @param needed the right
     * @param why what the policies say
     */
    record Objection(Needed needed, String why) {}

    /** What the call goes by: its operation, and the rights that it needs. */
    Stream<String> actions() {
        return Stream.concat(Stream.of(operation.action()), needs.stream().map(Needed::action));
    }
}
