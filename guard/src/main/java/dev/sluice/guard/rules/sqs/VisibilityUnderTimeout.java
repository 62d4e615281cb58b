package dev.sluice.guard.rules.sqs;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Invocation;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** A queue whose messages come back before the function that reads them may be done. */
public final class VisibilityUnderTimeout implements Rule {

    private static final Card CARD = new Card(
            "sqs-visibility-under-timeout",
            Severity.WARNING,
            "A queue's visibility timeout is under six times the timeout of the function that reads it",
            "While Lambda retries a batch that was throttled or is still at work, its messages turn visible again. They are "
                    + "handled twice, and counted as received until they land in the dead-letter queue although nothing "
                    + "failed. Under one times the timeout Lambda refuses the mapping.",
            "Set visibility_timeout_seconds of the queue to six times the function's timeout, and add "
                    + "maximum_batching_window_in_seconds where the mapping has one.",
            "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html");

    private static final BigDecimal USUAL_VISIBILITY = BigDecimal.valueOf(30);
    private static final BigDecimal USUAL_TIMEOUT = BigDecimal.valueOf(3);
    private static final BigDecimal LONGEST_TIMEOUT = BigDecimal.valueOf(900);
    private static final BigDecimal SIX = BigDecimal.valueOf(6);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.invocations().all().stream()
                .filter(invocation -> invocation.way() == Invocation.Way.POLLED)
                .flatMap(invocation -> cloud
                        .invocations()
                        .queue(invocation.by())
                        .filter(queue -> !queue.data())
                        .flatMap(queue -> found(cloud, queue, invocation))
                        .stream())
                .distinct();
    }

    private Optional<Finding> found(Cloud cloud, Resource queue, Invocation invocation) {
        var function = invocation.named().function();
        var visibility = or(cloud.at(queue, "visibility_timeout_seconds"), USUAL_VISIBILITY);
        var timeout = function.data() ? Optional.<BigDecimal>empty() : or(cloud.at(function, "timeout"), USUAL_TIMEOUT);
        var window = or(cloud.at(invocation.by(), "maximum_batching_window_in_seconds"), BigDecimal.ZERO)
                .orElse(BigDecimal.ZERO);
        if (visibility
                .filter(seconds -> seconds.compareTo(LONGEST_TIMEOUT.multiply(SIX)) >= 0)
                .isPresent()) {
            return Optional.empty();
        }
        if (visibility.isEmpty() || timeout.isEmpty()) {
            return Optional.of(cannotTell(
                    queue,
                    (visibility.isEmpty() ? "its visibility timeout" : "the timeout of " + function)
                            + " is not known before a deploy"));
        }
        var wanted = timeout.get().multiply(SIX).add(window);
        return visibility.get().compareTo(wanted) < 0
                ? Optional.of(broken(queue, said(visibility.get(), timeout.get(), window, wanted, function)))
                : Optional.empty();
    }

    private static String said(
            BigDecimal visibility, BigDecimal timeout, BigDecimal window, BigDecimal wanted, Resource function) {
        return "its visibility timeout is " + seconds(visibility) + "; six times the timeout of " + function + " ("
                + seconds(timeout) + ")"
                + (window.signum() == 0 ? "" : " and the batching window of " + seconds(window))
                + " would be " + seconds(wanted)
                + (visibility.compareTo(timeout) < 0
                        ? ", and below the timeout itself Lambda refuses the mapping"
                        : "");
    }

    private static String seconds(BigDecimal number) {
        return number.toPlainString() + " s";
    }

    private static Optional<BigDecimal> or(Value value, BigDecimal preset) {
        return value.isAbsent() ? Optional.of(preset) : value.asNumber();
    }
}
