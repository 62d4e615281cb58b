package dev.sluice.integration.sandbox.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.handlers.aws.Emulator;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A front before the small stack, and what is to be seen at it.
 *
 * @param stack what is behind it
 * @param journal what it writes
 * @param front the front
 * @param function clients that sign as the function's role
 */
record Trial(SmallStack stack, Journal journal, Front front, Clients function) implements AutoCloseable {

    static Trial open() {
        var stack = SmallStack.get();
        var journal = new Journal();
        var deployment = stack.deployment();
        var front = Front.open(Emulator.url(), deployment, journal);
        var credentials = front.of(deployment.functions().getFirst());
        return new Trial(stack, journal, front, new Clients(front.url(), credentials));
    }

    /** From here on the journal is this test's, and the role may do all that it does. */
    void begin(String test) {
        journal.begin(test);
        front.faults().clear();
        front.judgeBy(stack.deployment());
    }

    /** What was allowed in this test, as action and resource. */
    List<String> allowed() {
        return asked(true);
    }

    /** What was denied in this test, as action and resource. */
    List<String> denied() {
        return asked(false);
    }

    private List<String> asked(boolean allowed) {
        return journal.of(Event.Asked.class, journal.test())
                .filter(asked -> asked.allowed() == allowed)
                .map(asked -> asked.action() + " " + asked.resource())
                .toList();
    }

    /**
     * Without one statement a call is denied as its service does, and the journal names what is missing.
     *
     * @param sid the statement
     * @param missing the action and the resource
     * @param error status and code
     */
    void denied(String sid, String missing, String error, ThrowingCallable call) {
        front.judgeBy(stack.without(sid));
        says(error, call);
        assertThat(denied()).contains(missing);
    }

    /** A call fails with that status and code. */
    static void says(String error, ThrowingCallable call) {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.statusCode() + " "
                                + thrown.awsErrorDetails().errorCode())
                        .isEqualTo(error));
    }

    @Override
    public void close() {
        front.close();
    }
}
