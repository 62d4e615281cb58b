package dev.sluice.integration.sandbox.authorize;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which stream the shard iterators are of that were given out: who reads with one names no stream. */
final class ShardIterators {

    /** A reader needs the newest alone; whoever comes back with one as old as this has to ask for another. */
    private static final int MOST = 10_000;

    private final Map<String, String> streams = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** Remembers the iterator that an answer gives out. */
    synchronized void notice(Operation operation, Reply.Answer answer) {
        if (!operation.service().equals("dynamodb") || answer.status() != 200) {
            return;
        }
        var asked = operation.request().json();
        switch (operation.name()) {
            case "GetShardIterator" ->
                remember(
                        answer,
                        "ShardIterator",
                        Optional.of(asked.path("StreamArn").asText()));
            case "GetRecords" ->
                remember(
                        answer,
                        "NextShardIterator",
                        stream(asked.path("ShardIterator").asText()));
            default -> {}
        }
    }

    private void remember(Reply.Answer answer, String field, Optional<String> stream) {
        var iterator = answer.json().path(field).asText("");
        stream.filter(known -> !iterator.isEmpty()).ifPresent(known -> streams.put(iterator, known));
    }

    /** The ARN of the stream that an iterator is of. */
    synchronized Optional<String> stream(String iterator) {
        return Optional.ofNullable(streams.get(iterator));
    }
}
