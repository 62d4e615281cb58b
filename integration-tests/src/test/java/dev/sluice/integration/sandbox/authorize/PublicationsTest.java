package dev.sluice.integration.sandbox.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What of a call counts as published. */
@DisplayName("Publications")
class PublicationsTest {

    private static final Operation BATCH = new Operation(
            "sns",
            "PublishBatch",
            new Incoming(
                    "POST",
                    URI.create("/"),
                    Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                    ("Action=PublishBatch&TopicArn=arn&PublishBatchRequestEntries.member.1.Id=one"
                                    + "&PublishBatchRequestEntries.member.1.Message=first"
                                    + "&PublishBatchRequestEntries.member.2.Id=two"
                                    + "&PublishBatchRequestEntries.member.2.Message=second")
                            .getBytes(StandardCharsets.UTF_8)),
            Map.of());

    @Test
    @DisplayName("are those of a batch that the topic has taken")
    void taken() {
        var answer = Reply.Answer.of(
                200,
                Map.of(),
                "<PublishBatchResponse><PublishBatchResult><Failed><member><Id>one</Id><Code>InternalError</Code></member>"
                        + "</Failed><Successful><member><MessageId>m-2</MessageId><Id>two</Id></member></Successful>"
                        + "</PublishBatchResult></PublishBatchResponse>");

        assertThat(Publications.of(BATCH, answer, Instant.EPOCH))
                .containsExactly(new Published("arn", "m-2", "second", Map.of(), Instant.EPOCH));
    }

    @Test
    @DisplayName("are none of a call that was refused")
    void refused() {
        assertThat(Publications.of(BATCH, Reply.Answer.of(500, Map.of(), ""), Instant.EPOCH))
                .isEmpty();
    }
}
