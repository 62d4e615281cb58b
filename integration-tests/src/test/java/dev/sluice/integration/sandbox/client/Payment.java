package dev.sluice.integration.sandbox.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A payment as a sender writes it; ids and accounts are new each time, so that runs do not meet.
 *
 * @param id the transaction's id
 * @param account the account's
 * @param amount in pounds
 * @param at when it happened
 */
public record Payment(String id, String account, String amount, Instant at) {

    /** Nothing about it is worth a look. */
    public static Payment small() {
        return of("12.50");
    }

    /** Large enough for the default rules to flag it: {@code large_amount}. */
    public static Payment large() {
        return of("12500.00");
    }

    private static Payment of(String amount) {
        var run = letters();
        // Yesterday at noon, so that no rule about nights fires, whenever it is run.
        var noon = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(12, ChronoUnit.HOURS);
        return new Payment("it-" + run, "account-" + run, amount, noon);
    }

    /** The same under the same id, with another amount. */
    public Payment withAmount(String other) {
        return new Payment(id, account, other, at);
    }

    /** Another one of the same account. */
    public Payment next() {
        return new Payment("it-" + letters(), account, amount, at);
    }

    /** A new name without digits: some UUIDs read like a card number, and would be refused as one. */
    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .map(c -> Character.isDigit(c) ? c - '0' + 'g' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What is sent. */
    public String json() {
        return """
                {"id": "%s", "type": "payment", "amount": "%s", "currency": "GBP", "accountId": "%s",
                 "occurredAt": "%s", "merchant": {"name": "Corner Shop", "mcc": "5411", "country": "GB"}}""".formatted(id, amount, account, at);
    }
}
