package dev.sluice.local.delivery;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Resource;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.TransactionTopic;
import dev.sluice.local.sqlite.Database;
import java.time.InstantSource;
import java.util.List;

/**
 * Publishes on one machine: before it returns, each subscriber has done its work, or the message lies in the file with a
 * delivery for it, committed.
 */
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
        var message = TopicMessage.unwritten(topic, body, attributes, now);
        var begun = handover.begin(message, subscribers, now);
        if (begun.isPresent()) {
            handover.await(begun.get());
            if (begun.get().keep(clock.instant())) {
                handover.leftDue();
            }
        } else {
            deliveries.publish(message, subscribers, now);
            handover.leftDue();
        }
    }
}
