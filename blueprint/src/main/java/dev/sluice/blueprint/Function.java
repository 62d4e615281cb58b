package dev.sluice.blueprint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One function of the pipeline: a handler class with its limits, what triggers it and what it uses.
 *
 * @param name lower-case words joined by dashes; part of every deployed name
 * @param purpose one sentence for the docs and the deployed description
 * @param handler binary name of the class that the runtime calls
 * @param memoryMegabytes 128 to 10,240; more memory is also more processor
 * @param timeout at most 15 minutes, whole seconds
 * @param settings what whoever deploys it tells it
 * @param asynchronous what happens when an asynchronous invocation fails. Every function has it: whoever may call one can
 *     call it asynchronously, and what then fails must not vanish
 * @param records what it counts where it is handed batches
 */
public record Function(
        String name,
        String purpose,
        String handler,
        int memoryMegabytes,
        Duration timeout,
        List<Trigger> triggers,
        List<Use> uses,
        List<Setting> settings,
        Asynchronous asynchronous,
        Optional<Metrics.Records> records) {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    public Function {
        Names.check("function", name);
        if (memoryMegabytes < 128 || memoryMegabytes > 10_240) {
            throw new IllegalArgumentException(name + ": memory is 128 to 10240 MB, not " + memoryMegabytes);
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0 || timeout.toMillisPart() != 0) {
            throw new IllegalArgumentException(name + ": timeout is whole seconds up to 15 minutes, not " + timeout);
        }
        triggers = List.copyOf(triggers);
        uses = List.copyOf(uses);
        settings = List.copyOf(settings);
        if (triggers.stream().anyMatch(Function::handsOverBatches) && records.isEmpty()) {
            throw new IllegalArgumentException(name + ": what is handed batches counts the records that fail");
        }
        for (var trigger : triggers) {
            if (trigger instanceof Trigger.Messages messages
                    && messages.queue().visibilityTimeout().toSeconds() < 6 * timeout.toSeconds()) {
                throw new IllegalArgumentException(
                        name + ": the queue " + messages.queue().name()
                                + " hides a message for " + messages.queue().visibilityTimeout()
                                + ", which is less than six times the timeout of " + timeout);
            }
        }
    }

    /** Whether it is called by more than requests: it has work that waits, is retried and given up on. */
    public boolean isDeliveredTo() {
        return triggers.stream().anyMatch(t -> !(t instanceof Trigger.Route));
    }

    private static boolean handsOverBatches(Trigger trigger) {
        return trigger instanceof Trigger.Stream || trigger instanceof Trigger.Messages;
    }

    /** The use of that kind of that resource; a handler asks this for the name of its environment variable. */
    public Optional<Use> use(Use.Kind kind, Resource resource) {
        return uses.stream()
                .filter(u -> u.kind() == kind && u.resource().name().equals(resource.name()))
                .findFirst();
    }

    /** Whether whoever deploys it tells it that. */
    public boolean isTold(Setting setting) {
        return settings.stream().anyMatch(told -> told.environmentVariable().equals(setting.environmentVariable()));
    }
}
