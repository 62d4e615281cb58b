package dev.sluice.integration.sandbox.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** How far a shard is read, and what was read of it and is not done. */
final class ShardPosition {

    private final String shard;
    private final Deque<StreamBatch> pending = new ArrayDeque<>();
    private String iterator;

    ShardPosition(String shard, String iterator) {
        this.shard = shard;
        this.iterator = iterator;
    }

    String shard() {
        return shard;
    }

    String iterator() {
        return iterator;
    }

    /** It is read that far. */
    void read(String next) {
        iterator = next;
    }

    /** What is to be handed over next is at the front. */
    Deque<StreamBatch> pending() {
        return pending;
    }
}
