package dev.sluice.handlers.aws;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.transaction.Identity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where each item of the table lies.
 *
 * <pre>
 * pk                          sk
 * source#id                   transaction                       the transaction with all that is known of it
 *                             conflict#receivedAt#fingerprint   other content that arrived under its identity
 * account#source#accountId    entry#occurredAt#id               the account's history, a line a transaction
 *                             bucket#WIDTH#start                how many and how much in that second, minute, hour, day
 * </pre>
 *
 * <p>A source and an id hold no {@code #}, so a transaction's partition has exactly one and an account's has two or more:
 * neither can be taken for the other, whatever the account is called.
 */
final class TableKeys {

    static final String PARTITION = Pipeline.TRANSACTIONS_TABLE.keys().partition();
    static final String SORT = Pipeline.TRANSACTIONS_TABLE.keys().sort();

    static final String TRANSACTION = "transaction";
    static final String CONFLICT = "conflict#";
    static final String ENTRY = "entry#";

    /** As text in the order of time, for years of four digits; what may occur has no other. */
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private TableKeys() {}

    static String partitionOf(Identity identity) {
        return identity.source() + "#" + identity.id();
    }

    static String partitionOfAccount(String source, String accountId) {
        return "account#" + source + "#" + accountId;
    }

    static String conflict(Instant receivedAt, String fingerprint) {
        return CONFLICT + time(receivedAt) + "#" + fingerprint;
    }

    static String entry(Instant occurredAt, String id) {
        return entriesFrom(occurredAt) + "#" + id;
    }

    /** Sorts before every entry of that moment and behind every one before it. */
    static String entriesFrom(Instant occurredAt) {
        return ENTRY + time(occurredAt);
    }

    static String bucket(Bucket bucket) {
        return "bucket#" + bucket.width() + "#" + time(bucket.start());
    }

    static String time(Instant instant) {
        var known = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return MILLIS.format(known);
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
    }
}
