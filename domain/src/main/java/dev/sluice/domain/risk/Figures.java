package dev.sluice.domain.risk;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as sentences show them: digits in groups of three, so that none can be taken for a card number. */
final class Figures {

    private static final int GROUP = 3;

    private Figures() {}

    /** All of its digits, as in {@code 12,345.67}. */
    static String number(BigDecimal number) {
        var text = new StringBuilder(number.abs().toPlainString());
        var point = text.indexOf(".");
        for (var at = (point < 0 ? text.length() : point) - GROUP; at > 0; at -= GROUP) {
            text.insert(at, ',');
        }
        return number.signum() < 0 ? "-" + text : text.toString();
    }

    static String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** To one decimal place, towards zero: what is shown never reaches a threshold that the number itself does not. */
    static String tenths(BigDecimal number) {
        return number(number.setScale(1, RoundingMode.DOWN));
    }

    /** As in {@code 12,345.67 EUR}. */
    static String money(Money money) {
        return amount(money.amount(), money.currency());
    }

    /** As in {@code 12,345.67 EUR}. */
    static String total(Total total) {
        var currency = total.currency();
        return amount(new BigDecimal(total.minor(), currency.minorUnits()), currency);
    }

    static String amount(BigDecimal amount, Currency currency) {
        return number(amount) + " " + currency.code();
    }

    /** As in {@code 1 transaction} or {@code 2 transactions}. */
    static String counted(long count, String thing) {
        return number(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
