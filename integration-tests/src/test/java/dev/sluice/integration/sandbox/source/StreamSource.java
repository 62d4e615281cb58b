package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.deployed.Arn;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.EventSource;
import dev.sluice.integration.sandbox.host.Functions.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A table's stream that is read for a function, with its role's rights (AWS, "Using AWS Lambda with Amazon DynamoDB"): each
 * shard in its order, so that a batch that fails holds up what is behind it.
 */
final class StreamSource implements Source {

    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    private final EventSource source;
    private final DeployedFunction function;
    private final Stage stage;
    private final DynamoDbStreamsClient streams;
    private final List<Pattern> patterns;
    private final Map<String, ShardPosition> positions;
    private boolean open;

    /**
     * Reads on from there.
     *
     * @param positions how far each shard is read; kept by who deploys, and added to here
     */
    StreamSource(EventSource source, DeployedFunction function, Stage stage, Map<String, ShardPosition> positions) {
        this.source = source;
        this.function = function;
        this.stage = stage;
        this.streams = stage.connections().streams(stage.credentials().apply(function));
        this.patterns = source.patterns().stream().map(Pattern::of).toList();
        this.positions = positions;
    }

    @Override
    public boolean look() {
        if (!open) {
            open();
        }
        var found = false;
        for (var position : positions.values()) {
            found |= look(position);
        }
        return found;
    }

    /** The calls that Lambda makes before it reads: each needs a right of its own. */
    private void open() {
        streams.listStreams(request -> request.tableName(from()));
        var shards = streams.describeStream(request -> request.streamArn(source.from()))
                .streamDescription()
                .shards();
        for (var shard : shards) {
            var iterator = streams.getShardIterator(request -> request.streamArn(source.from())
                            .shardId(shard.shardId())
                            .shardIteratorType(ShardIteratorType.fromValue(source.start())))
                    .shardIterator();
            positions.computeIfAbsent(shard.shardId(), id -> new ShardPosition(id, iterator));
        }
        open = true;
    }

    private boolean look(ShardPosition position) {
        if (!position.pending().isEmpty()) {
            handOver(position, position.pending().getFirst());
            return true;
        }
        var answer = streams.getRecords(request -> request.shardIterator(position.iterator()));
        position.read(answer.nextShardIterator());
        var wanted = answer.records().stream()
                .map(record -> StreamRecord.of(
                        record, source.from(), stage.connections().region()))
                .filter(this::isWanted)
                .toList();
        for (var i = 0; i < wanted.size(); i += source.batch()) {
            position.pending()
                    .addLast(new StreamBatch(wanted.subList(i, Math.min(wanted.size(), i + source.batch())), 0));
        }
        return !answer.records().isEmpty();
    }

    private boolean isWanted(StreamRecord record) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(record.json()));
    }

    private void handOver(ShardPosition position, StreamBatch batch) {
        var age = Duration.between(
                batch.records().getLast().at(), stage.notes().clock().instant());
        stage.notes().measured("AWS/Lambda", "IteratorAge", "FunctionName", function(), (double)
                Math.max(0, age.toMillis()));
        var answer = stage.functions().now(source.function(), StreamRecord.event(batch.records()), from());
        position.pending().removeFirst();
        switch (answer) {
            case Answer.Answered(var payload) -> answered(position, batch, payload);
            case Answer.Failed ignored -> failed(position, batch, "the invocation failed");
            case Answer.Throttled() -> tryAgain(position, batch, "throttled", true);
        }
    }

    private void answered(ShardPosition position, StreamBatch batch, String payload) {
        switch (source.reportsFailures() ? BatchFailures.read(payload, batch.numbers()) : new BatchFailures.None()) {
            case BatchFailures.None() -> passed(batch);
            case BatchFailures.Some(var numbers) -> {
                var first = batch.indexOf(numbers);
                if (first > 0) {
                    passed(new StreamBatch(batch.records().subList(0, first), 0));
                }
                tryAgain(position, batch.from(first), "named as failed", false);
            }
            case BatchFailures.All() -> failed(position, batch, "the answer names no records of the batch");
        }
    }

    private void passed(StreamBatch batch) {
        stage.notes()
                .passed(
                        from(),
                        function(),
                        batch.transactions(),
                        "records: " + batch.records().size());
    }

    private void failed(ShardPosition position, StreamBatch batch, String why) {
        if (source.bisects() && batch.records().size() > 1) {
            stage.notes().missed(from(), function(), batch.transactions(), why + ": the batch is halved");
            batch.halves().reversed().forEach(position.pending()::addFirst);
        } else {
            tryAgain(position, batch, why, true);
        }
    }

    private void tryAgain(ShardPosition position, StreamBatch batch, String why, boolean failed) {
        if (source.retries() >= 0 && batch.retries() >= source.retries()) {
            stage.notes().missed(from(), function(), batch.transactions(), why + ": given up on");
            tell(new GivenUp(source, function, position.shard(), batch, failed));
        } else {
            stage.notes().missed(from(), function(), batch.transactions(), why + ": attempt " + (batch.retries() + 1));
            stage.notes().skipped("a retry of records of " + from(), backoff(batch.retries()));
            position.pending().addFirst(batch.again());
        }
    }

    /** AWS does not say how long; a second at first and twice as long each time is what its clients do. */
    private static Duration backoff(int retries) {
        var seconds = Math.min(LONGEST_BACKOFF.toSeconds(), 1L << Math.min(retries, 10));
        return Duration.ofSeconds(seconds);
    }

    private void tell(GivenUp batch) {
        var transactions = batch.batch().transactions();
        if (source.failures().isEmpty()) {
            stage.notes().missed(from(), "nowhere", transactions, "there is no destination for failures");
            return;
        }
        var queue = source.failures().get();
        try {
            var queues = stage.connections().queues(stage.credentials().apply(function));
            queues.sendMessage(request -> request.queueUrl(stage.connections().url(queue))
                    .messageBody(batch.body(stage.notes().clock().instant())));
            stage.notes().passed(from(), Arn.name(queue), transactions, "the position of what was given up on");
        } catch (SdkException e) {
            stage.notes().missed(from(), Arn.name(queue), transactions, "the position is lost: " + Refusal.of(e));
            stage.notes().measured("AWS/Lambda", "DestinationDeliveryFailures", "FunctionName", function(), 1);
        }
    }

    @Override
    public String from() {
        return Arn.table(source.from());
    }

    @Override
    public String function() {
        return function.name();
    }
}
