package dev.sluice.local.delivery;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Resource;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.TransactionTopic;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Publishes into the file: the message with one delivery for each subscriber, committed before it returns. */
public final class SqliteTransactionTopic implements TransactionTopic {

    private final Deliveries deliveries;
    private final String topic;
    private final List<String> subscribers;
    private final InstantSource clock;
    private final Handover handover;

    public SqliteTransactionTopic(
            Database database, Blueprint blueprint, Resource.Topic topic, InstantSource clock, Handover handover) {
        this.deliveries = new Deliveries(database);
        this.topic = topic.name();
        this.subscribers = blueprint.subscribersOf(topic).stream()
                .map(s -> s.function().name())
                .toList();
        this.clock = clock;
        this.handover = handover;
    }

    @Override
    public void publish(Announcement announcement) {
        var body = AnnouncementJson.write(announcement);
        var attributes = AttributesJson.write(MessageAttributes.of(announcement));
        var now = clock.instant();
        var leasedUntil = handover.reserve(subscribers.size(), now);
        var message = written(body, attributes, now, leasedUntil);
        if (leasedUntil.isPresent()) {
            handover.begin(
                    subscribers.stream()
                            .map(function -> Lease.first(message, function))
                            .toList(),
                    clock.instant());
        } else {
            handover.leftDue();
        }
    }

    private TopicMessage written(String body, String attributes, Instant now, Optional<Instant> leasedUntil) {
        try {
            return deliveries.publish(topic, body, attributes, subscribers, now, leasedUntil);
        } catch (Unavailable e) {
            // It may be in the file all the same: its lease ends then without an attempt, and it is found.
            leasedUntil.ifPresent(until -> handover.release(subscribers.size()));
            throw e;
        }
    }
}
