package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.deployed.Arn;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.EventSource;
import dev.sluice.integration.sandbox.host.Functions.Answer;
import dev.sluice.integration.sandbox.journal.TransactionIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A queue that is read for a function, with its role's rights (AWS, "Using Lambda with Amazon SQS"): what succeeded is deleted,
 * what failed stays, and is moved by the queue when it was received too often.
 *
 * <p>What failed is visible again at once, and not after the queue's visibility timeout.
 */
final class QueueSource implements Source {

    private final EventSource source;
    private final DeployedFunction function;
    private final Stage stage;
    private final PolledQueue queue;
    private final List<Pattern> patterns;
    private Optional<QueueSettings> settings = Optional.empty();

    QueueSource(EventSource source, DeployedFunction function, Stage stage) {
        this.source = source;
        this.function = function;
        this.stage = stage;
        this.queue = new PolledQueue(
                stage.connections().url(source.from()),
                stage.connections().queues(stage.credentials().apply(function)),
                stage.operator());
        this.patterns = source.patterns().stream().map(Pattern::of).toList();
    }

    @Override
    public boolean look() {
        var known = settings.orElseGet(queue::settings);
        settings = Optional.of(known);
        var messages = queue.receive(source.batch());
        var parts = messages.stream().collect(Collectors.partitioningBy(this::isWanted));
        // What a filter does not let through is deleted, as Lambda does.
        showAgain(delete(parts.get(false)), known);
        if (!parts.get(true).isEmpty()) {
            showAgain(handOver(parts.get(true)), known);
        }
        return !messages.isEmpty();
    }

    private boolean isWanted(Message message) {
        var seen = Json.object();
        seen.set("body", Json.tryToRead(message.body()).orElseGet(() -> Json.text(message.body())));
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(seen));
    }

    /** Answers what stays in the queue. */
    private List<Message> handOver(List<Message> messages) {
        var event = QueueEvent.of(messages, source.from(), stage.connections().region());
        var answer = stage.functions().now(source.function(), event, from());
        var failed = failed(answer, messages);
        var parts = messages.stream().collect(Collectors.partitioningBy(each -> failed.contains(each.messageId())));
        var done = parts.get(false);
        var stays = parts.get(true);
        if (!done.isEmpty()) {
            stage.notes().passed(from(), function(), ids(done), "messages: " + done.size());
        }
        if (!stays.isEmpty()) {
            var how = said(answer) + ": " + stays.size() + " of " + messages.size() + " stay in the queue";
            stage.notes().missed(from(), function(), ids(stays), how);
        }
        var again = new ArrayList<>(delete(done));
        again.addAll(stays);
        return again;
    }

    private Set<String> failed(Answer answer, List<Message> messages) {
        var all = messages.stream().map(Message::messageId).collect(Collectors.toSet());
        return switch (answer) {
            case Answer.Answered(var payload) -> source.reportsFailures() ? named(payload, all) : Set.of();
            case Answer.Failed ignored -> all;
            case Answer.Throttled() -> all;
        };
    }

    private static Set<String> named(String payload, Set<String> all) {
        return switch (BatchFailures.read(payload, all)) {
            case BatchFailures.None() -> Set.of();
            case BatchFailures.Some(var ids) -> ids;
            case BatchFailures.All() -> all;
        };
    }

    private static String said(Answer answer) {
        return switch (answer) {
            case Answer.Answered ignored -> "named as failed, or the answer cannot be read";
            case Answer.Failed ignored -> "the invocation failed";
            case Answer.Throttled() -> "throttled";
        };
    }

    /** Answers those that could not be deleted: they are handed over again. */
    private List<Message> delete(List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        try {
            var refused = queue.delete(messages);
            return messages.stream()
                    .filter(each -> refused.contains(each.messageId()))
                    .toList();
        } catch (SdkException e) {
            stage.notes().blocked(from(), function(), "what was handled cannot be deleted: " + Refusal.of(e));
            return messages;
        }
    }

    private void showAgain(List<Message> messages, QueueSettings known) {
        if (messages.isEmpty()) {
            return;
        }
        queue.showAgain(messages);
        stage.notes().skipped("the visibility timeout of " + from(), known.visibility());
        known.redrive().ifPresent(redrive -> {
            var last = redrive.last(messages);
            if (!last.isEmpty()) {
                var how = "received " + redrive.most() + " times: " + last.size() + " moved by the queue";
                stage.notes().passed(from(), Arn.name(redrive.queue()), ids(last), how);
            }
        });
    }

    private static Set<String> ids(List<Message> messages) {
        return TransactionIds.in(messages, each -> TransactionIds.inMessage(each.body()));
    }

    @Override
    public String from() {
        return Arn.name(source.from());
    }

    @Override
    public String function() {
        return function.name();
    }
}
