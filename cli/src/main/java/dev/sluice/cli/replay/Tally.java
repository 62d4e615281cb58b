package dev.sluice.cli.replay;

import dev.sluice.cli.json.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a row adds to the totals.
 *
 * @param own in the currency it was made in
 * @param billed in the currency it is billed in; the own side where no billing side is stated
 */
public record Tally(Optional<Sum> own, Optional<Sum> billed) {

    private static final Set<String> GOING_BACK = Set.of("credit", "refund", "chargeback");
    private static final int LONGEST_NUMBER = 40;

    /**
     * An amount with its sign.
     *
     * @param amount negative where money goes back
     */
    public record Sum(String currency, BigDecimal amount) {}

    /** What a transaction adds; nothing where it states no amount that could be accepted. */
    static Tally of(Json transaction) {
        var goingBack = transaction.text("/type").filter(GOING_BACK::contains).isPresent();
        var own = side(transaction, "/amount", "/currency", goingBack);
        var billed = side(transaction, "/billingAmount", "/billingCurrency", goingBack);
        return new Tally(own, billed.or(() -> own));
    }

    private static Optional<Sum> side(Json transaction, String amount, String currency, boolean goingBack) {
        var number = transaction
                .text(amount)
                .map(String::strip)
                .filter(text -> text.length() <= LONGEST_NUMBER && text.matches("[0-9]+(\\.[0-9]+)?"))
                .map(BigDecimal::new);
        return number.flatMap(value ->
                transaction.text(currency).map(code -> new Sum(code.strip(), goingBack ? value.negate() : value)));
    }
}
