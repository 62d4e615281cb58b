package dev.sluice.domain.history;

import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What makes two transactions of an account look like one that was made twice: the same merchant, amount, currency and
 * type, within ten minutes of each other; where only the day is known, on the same day. The type counts because an amount
 * that comes back is not the amount that went.
 *
 * @param key the same for all that are alike, 32 hexadecimal digits
 * @param from the earliest that one alike may have occurred at, inclusive
 * @param to the latest, inclusive
 */
public record Likeness(String key, Instant from, Instant to) {

    private static final Duration NEAR = Duration.ofMinutes(10);

    /** As far as the offsets of two zones can be apart, 18 hours on either side: the day itself is part of the key. */
    private static final Duration ANY_ZONE = Duration.ofHours(36);

    /** The likeness of a transaction; one without a merchant is like no other. */
    public static Optional<Likeness> of(Transaction transaction) {
        return transaction.merchant().map(merchant -> {
            var at = transaction.occurredAt().start();
            var what = String.join(
                    "\n",
                    Seen.merchant(merchant),
                    transaction.type().code(),
                    Long.toString(transaction.amount().minor()),
                    transaction.amount().currency().code());
            return switch (transaction.occurredAt()) {
                case OccurredAt.Moment ignored -> new Likeness(hash(what), at.minus(NEAR), at.plus(NEAR));
                case OccurredAt.Day(var day, var zone) ->
                    new Likeness(hash(what + "\n" + day), at.minus(ANY_ZONE), at.plus(ANY_ZONE));
            };
        });
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException("this JDK has no SHA-256", everyJdkHasIt);
        }
    }
}
