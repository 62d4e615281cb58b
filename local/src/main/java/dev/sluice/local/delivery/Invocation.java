package dev.sluice.local.delivery;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Function;
import dev.sluice.handlers.port.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** Calls one function of the blueprint the way its runtime does. */
public final class Invocation {

    private static final int LONGEST_REASON = 500;

    /** Long runs of digits, written together or in groups: what an error repeats of its input must not be a card's. */
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[ .-]?\\d){8,}");

    private final Function function;
    private final RequestStreamHandler handler;
    private final InstantSource clock;

    public Invocation(Function function, RequestStreamHandler handler, InstantSource clock) {
        this.function = function;
        this.handler = handler;
        this.clock = clock;
    }

    public Function function() {
        return function;
    }

    /**
     * Calls it with that event and waits for what comes back.
     *
     * @param requestId names this invocation in the logs
     */
    public Outcome call(byte[] event, String requestId) {
        var deadline = clock.instant().plus(function.timeout());
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event), answer, new LocalContext(function, requestId, deadline, clock));
            return new Outcome.Done(answer.toByteArray());
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return new Outcome.Failed(reason(e));
        }
    }

    static String reason(Throwable failure) {
        var message = failure instanceof Unavailable || failure.getMessage() == null
                ? String.valueOf(failure.getMessage())
                : DIGITS.matcher(failure.getMessage()).replaceAll("[digits]");
        var reason = failure.getClass().getSimpleName() + ": " + message;
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
