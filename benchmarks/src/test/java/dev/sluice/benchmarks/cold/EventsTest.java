package dev.sluice.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.benchmarks.load.Workload;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.codec.QueueEvent;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.gateway.GatewayRequest;
import dev.sluice.handlers.port.Notification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is handed to functions reads as what their event sources hand over. */
class EventsTest {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    @Test
    void aWebhookCarriesItsBodyAndASignature() throws IOException {
        var event = one(Events.WEBHOOK);
        var request = GatewayRequest.read(new ByteArrayInputStream(event.json().getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).contains("\"id\":\"" + event.mark() + "\"");
        assertThat(request.header("webhook-signature"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("v1,"));
    }

    @Test
    void aTopicsMessageIsAnAnnouncement() throws IOException {
        var event = one(Events.TOPIC);
        var message = record(event).object("Sns").text("Message");
        assertThat(AnnouncementJson.read(message).transaction().identity().id()).isEqualTo(event.mark());
    }

    @Test
    void aStreamsItemHoldsTheDocument() throws IOException {
        var event = one(Events.STREAM);
        var image = record(event).object("dynamodb").object("NewImage");
        assertThat(TransactionDocument.read(image.object("document").text("S"))
                        .transaction()
                        .identity()
                        .id())
                .isEqualTo(event.mark());
    }

    @Test
    void aQueuesMessageIsAFlaggedTransaction() throws IOException {
        var event = one(Events.QUEUE);
        var message = QueueEvent.read(new ByteArrayInputStream(event.json().getBytes(StandardCharsets.UTF_8)))
                .messages()
                .getFirst();
        assertThat(NotificationJson.read(message.body()))
                .isInstanceOfSatisfying(Notification.Flagged.class, flagged -> {
                    assertThat(flagged.identity().id()).isEqualTo(event.mark());
                    assertThat(flagged.risk().flagged()).isTrue();
                });
    }

    private static Fields record(Event event) {
        var records = Fields.parse(READER, event.json()).listing("Records").items();
        assertThat(records).hasSize(1);
        return new Fields((Written.Group) records.getFirst());
    }

    private static Event one(Events.Shape shape) throws IOException {
        return Events.of(shape, Workload.of(Path.of("..")), 1, 1).getFirst();
    }
}
