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
 *                             returns                           what its refunds and chargebacks return
 *                             alert#alertId                     who publishes that alert, and whether it was
 * account#source#accountId    head                              how many transactions it has, what it was seen with
 *                             merchant#name                     in which one it was first seen with that merchant
 *                             entry#occurredAt#id               the account's history, a line a transaction
 *                             counts#WIDTH#start                how many and how much in each of some buckets of time
 *                             alike#likeness#occurredAt#id      where one like it would be found
 *                             rate#PAIR#occurredAt#id           the exchange rate it was billed at
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
    static final String RETURNS = "returns";
    static final String HEAD = "head";
    static final String ENTRY = "entry#";

    /** Sorts behind every id that follows a time. */
    private static final String BEHIND_IDS = "~";

    private static final int LENGTH_OF_TIME = "2026-01-02T03:04:05.678Z".length();

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

    static String counts(Bucket.Width width, Instant start) {
        return "counts#" + width + "#" + time(start);
    }

    static String merchant(String name) {
        return "merchant#" + name;
    }

    static String alike(String likeness, Instant occurredAt, String id) {
        return alikeFrom(likeness, occurredAt) + "#" + id;
    }

    /** Sorts before every one alike of that moment and behind every one before it. */
    static String alikeFrom(String likeness, Instant occurredAt) {
        return "alike#" + likeness + "#" + time(occurredAt);
    }

    /** Sorts behind every one alike of that moment and before every one behind it. */
    static String alikeTo(String likeness, Instant occurredAt) {
        return alikeFrom(likeness, occurredAt) + BEHIND_IDS;
    }

    static String rate(String pair, Instant occurredAt, String id) {
        return ratesOf(pair) + time(occurredAt) + "#" + id;
    }

    static String ratesOf(String pair) {
        return "rate#" + pair + "#";
    }

    static String alert(String alertId) {
        return "alert#" + alertId;
    }

    /** The id that a sort key ends with. */
    static String idIn(String sort) {
        return sort.substring(sort.lastIndexOf('#') + 1);
    }

    /** The time that stands before the id in a sort key. */
    static Instant timeIn(String sort) {
        var end = sort.lastIndexOf('#');
        return Instant.parse(sort.substring(end - LENGTH_OF_TIME, end));
    }

    static String time(Instant instant) {
        var known = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return MILLIS.format(known);
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
    }
}
