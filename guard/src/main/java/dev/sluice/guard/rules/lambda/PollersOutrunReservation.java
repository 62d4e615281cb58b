package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Sources;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** A queue that is read by more pollers than its function has executions for. */
public final class PollersOutrunReservation implements Rule {

    private static final Card CARD = new Card(
            "lambda-pollers-outrun-reservation",
            Severity.WARNING,
            "A queue's pollers outrun the concurrency its function reserves",
            "Lambda adds pollers while the queue is full. What they read and the function has no execution for is throttled, "
                    + "counts as received, and ends in the dead-letter queue without having been tried.",
            "Write scaling_config { maximum_concurrency = N } into the mapping, where N of all mappings together is at most "
                    + "what the function reserves. The least N is 2, so a function that reserves 1 has to reserve more.",
            "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream().flatMap(function -> {
            var queues = cloud.invocations().mappings(function).stream()
                    .filter(mapping -> cloud.sources().of(mapping) == Sources.Kind.QUEUE)
                    .toList();
            int reserved = Reserved.of(cloud, function).orElse(0);
            return reserved == 0 ? Stream.empty() : found(cloud, queues, function, reserved);
        });
    }

    private Stream<Finding> found(Cloud cloud, List<Resource> queues, Resource function, int reserved) {
        long sum = queues.stream()
                .flatMap(mapping -> cloud.number(mapping, "scaling_config", "maximum_concurrency").stream())
                .mapToLong(BigDecimal::longValue)
                .sum();
        return queues.stream()
                .filter(mapping ->
                        mapping.at("provisioned_poller_config").each().isEmpty())
                .flatMap(mapping -> {
                    var most = cloud.at(mapping, "scaling_config", "maximum_concurrency");
                    if (most.isAbsent()) {
                        return Stream.of(broken(
                                mapping,
                                "it has no maximum_concurrency, and " + function + " reserves " + reserved
                                        + " executions"));
                    }
                    return most.isKnown() && sum > reserved
                            ? Stream.of(broken(
                                    mapping,
                                    "queues are read with up to " + sum + " executions, and " + function + " reserves "
                                            + reserved))
                            : Stream.empty();
                });
    }
}
