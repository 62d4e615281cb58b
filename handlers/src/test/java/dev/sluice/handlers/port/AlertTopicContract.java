package dev.sluice.handlers.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.codec.AlertJson;
import dev.sluice.handlers.codec.MessageAttributes.Attribute;
import dev.sluice.handlers.port.TransactionTopicContract.Received;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every topic of alerts promises. */
public abstract class AlertTopicContract {

    /** The topic under test. */
    protected abstract AlertTopic topic();

    /** What has reached a subscriber by now, or will without anybody publishing more; repeats may be among it. */
    protected abstract List<Received> received();

    @Test
    void whatIsPublishedReachesTheSubscriberWithWhatItMayFilterBy() {
        topic().publish(alert("t-1", "velocity"));
        assertThat(received())
                .isNotEmpty()
                .containsOnly(new Received(
                        AlertJson.write(alert("t-1", "velocity")),
                        Map.of(
                                "reason", new Attribute("String", "velocity"),
                                "source", new Attribute("String", "default"),
                                "score", new Attribute("Number", "87"))));
    }

    @Test
    void aConflictIsAnAlertWithoutAScore() {
        topic().publish(new Alert(
                "default/t-1/conflict",
                new Identity("default", "t-1"),
                "conflict",
                "Other content arrived.",
                0,
                Samples.TRACE));
        assertThat(received())
                .isNotEmpty()
                .allSatisfy(message ->
                        assertThat(message.attributes()).containsEntry("score", new Attribute("Number", "0")));
    }

    @Test
    void noCharacterIsTooOddAndNoTraceIsNeeded() {
        var odd = new Alert(
                "a".repeat(256),
                new Identity("a.b-c_d", "A:b.c_d-9"),
                "any",
                "é漢\uD83D\uDE00 <&\"\\' \uFFFE \u0085 £ €\n\t\uFFFF",
                100,
                new Trace("correlation-2", Optional.empty()));
        topic().publish(odd);
        assertThat(received())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.text()).isEqualTo(AlertJson.write(odd)));
    }

    @Test
    void publishingAgainIsSafeAndReachesTheSubscriberAgainOrOnce() {
        topic().publish(alert("t-1", "velocity"));
        topic().publish(alert("t-1", "velocity"));
        assertThat(received())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.text()).isEqualTo(AlertJson.write(alert("t-1", "velocity"))));
    }

    @Test
    void eachOfManyReachesTheSubscriber() {
        var alerts = IntStream.range(0, 20)
                .mapToObj(i -> alert("t-" + i, "velocity"))
                .toList();
        alerts.forEach(topic()::publish);
        assertThat(received().stream().map(Received::text).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        alerts.stream().map(AlertJson::write).toList());
    }

    private static Alert alert(String id, String reason) {
        return new Alert(
                "default/" + id + "/" + reason,
                new Identity("default", id),
                reason,
                "31 transactions in an hour are more than 20.",
                87,
                Samples.TRACE);
    }
}
