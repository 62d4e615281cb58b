package dev.sluice.local.sqlite;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Resource;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.TransactionTopic;
import java.time.InstantSource;
import java.util.List;

/** Publishes into the file: the message with one delivery for each subscriber, committed before it returns. */
public final class SqliteTransactionTopic implements TransactionTopic {

    private final Writer writer;
    private final String topic;
    private final List<String> subscribers;
    private final InstantSource clock;
    private final Runnable published;

    /** @param published told after each commit, so that nobody has to look for new work */
    public SqliteTransactionTopic(
            Writer writer, Blueprint blueprint, Resource.Topic topic, InstantSource clock, Runnable published) {
        this.writer = writer;
        this.topic = topic.name();
        this.subscribers = blueprint.subscribersOf(topic).stream()
                .map(s -> s.function().name())
                .toList();
        this.clock = clock;
        this.published = published;
    }

    @Override
    public void publish(Announcement announcement) {
        var body = AnnouncementJson.write(announcement);
        var attributes = AttributesJson.write(MessageAttributes.of(announcement));
        var now = clock.instant();
        writer.write(session -> {
            session.change(
                    "INSERT INTO topic_messages (topic, body, attributes, published_at_ms) VALUES (?, ?, ?, ?)",
                    topic,
                    body,
                    attributes,
                    now);
            // Every number was given to this row just now, by the only thread that writes.
            var number = session.row("SELECT last_insert_rowid()", row -> row.getLong(1))
                    .orElseThrow();
            for (var function : subscribers) {
                session.change(
                        "INSERT INTO deliveries (message, function, attempts, due_at_ms) VALUES (?, ?, 0, ?)",
                        number,
                        function,
                        now);
            }
            return number;
        });
        published.run();
    }
}
