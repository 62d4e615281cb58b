package dev.sluice.simulation.world;

import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.Parsed;
import dev.sluice.handlers.intake.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sender writes.
 *
 * @param body JSON
 * @param transaction what it says, where it is not to be refused
 */
public record Content(Identity identity, String body, Optional<Transaction> transaction) {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);
    private static final Duration LONG_AFTER = Duration.ofDays(3_650);

    static Content of(Source source, String id, String body, Instant start) {
        return new Content(new Identity(source.name(), id), body, read(source, body, start.plus(LONG_AFTER)));
    }

    private static Optional<Transaction> read(Source source, String body, Instant now) {
        return switch (READER.read(body.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Malformed ignored -> Optional.empty();
            case Parsed.Document document ->
                switch (Validation.validate(new Submission(source.name(), document.root()), source.policy(), now)) {
                    case Verdict.Accepted accepted -> Optional.of(accepted.transaction());
                    case Verdict.Refused ignored -> Optional.empty();
                };
        };
    }
}
