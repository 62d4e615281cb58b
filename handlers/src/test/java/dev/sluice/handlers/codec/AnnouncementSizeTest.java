package dev.sluice.handlers.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest transaction that is accepted still fits a message, and the event and dead letter that are made of it. */
class AnnouncementSizeTest {

    /** What SNS, SQS and an asynchronous invocation of Lambda have taken since long before they took more. */
    private static final int LARGEST_MESSAGE = 256 * 1_024;

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "é", "\uFFFE", "😀", "/"})
    void whateverFillsIt(String character) {
        var announcement = new Announcement(largest(character), Samples.ZONE, Samples.RECEIVED, Samples.TRACE);
        var message = AnnouncementJson.write(announcement);
        var event = JsonText.object(json -> json.writeStringField("Message", message));

        assertThat(message.length()).isGreaterThan(20 * 500);
        assertThat(event.length() + 4_096).isLessThan(LARGEST_MESSAGE);
        assertThat(AnnouncementJson.read(message)).isEqualTo(announcement);
    }

    private static Transaction largest(String character) {
        var body = JsonText.object(json -> {
            json.writeStringField("id", "i".repeat(64));
            json.writeStringField("type", "payment");
            json.writeStringField("amount", "9999999999999999.99");
            json.writeStringField("currency", "GBP");
            json.writeStringField("accountId", character.repeat(64));
            json.writeStringField("occurredAt", "2026-01-02T03:04:05.678Z");
            json.writeObjectFieldStart("merchant");
            json.writeStringField("name", character.repeat(200));
            json.writeEndObject();
            json.writeObjectFieldStart("metadata");
            for (var i = 10; i < 30; i++) {
                json.writeStringField(character.repeat(38) + i, character.repeat(500));
            }
            json.writeEndObject();
        });
        var written = ((Parsed.Document) JsonDocument.within(JsonBounds.SENDER).read(body)).root();
        var verdict = Validation.validate(
                new Submission("default", written), Policy.unlimited(Samples.ZONE), Samples.RECEIVED);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).transaction();
    }
}
