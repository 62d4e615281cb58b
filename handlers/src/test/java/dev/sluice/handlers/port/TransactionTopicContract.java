package dev.sluice.handlers.port;

import static dev.sluice.handlers.port.Samples.announcement;
import static dev.sluice.handlers.port.Samples.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.codec.MessageAttributes.Attribute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every topic promises. */
public abstract class TransactionTopicContract {

    /** The topic under test. */
    protected abstract TransactionTopic topic();

    /** What has reached a subscriber by now, or will without anybody publishing more; repeats may be among it. */
    protected abstract List<Received> received();

    /** A message as its subscriber sees it. */
    public record Received(String text, Map<String, Attribute> attributes) {}

    @Test
    void whatIsPublishedReachesTheSubscriberWithItsAttributes() {
        var told = announcement(transaction("t-1"));
        topic().publish(told);

        assertThat(received()).isNotEmpty().allSatisfy(message -> {
            assertThat(AnnouncementJson.read(message.text())).isEqualTo(told);
            assertThat(message.attributes()).isEqualTo(MessageAttributes.of(told));
        });
    }

    @Test
    void publishingAgainIsSafeAndReachesTheSubscriberAgainOrOnce() {
        var told = announcement(transaction("t-1"));
        topic().publish(told);
        topic().publish(told);

        assertThat(received())
                .isNotEmpty()
                .allSatisfy(message ->
                        assertThat(AnnouncementJson.read(message.text())).isEqualTo(told));
    }

    @Test
    void eachOfManyReachesTheSubscriber() {
        for (var i = 0; i < 20; i++) {
            topic().publish(announcement(transaction("t-" + i)));
        }
        var ids = received().stream()
                .map(message -> AnnouncementJson.read(message.text())
                        .transaction()
                        .identity()
                        .id())
                .distinct()
                .toList();
        assertThat(ids).hasSize(20);
    }
}
