package dev.sluice.infra.docs;

import dev.sluice.infra.cost.Bill;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers and dollars as the pages write them. */
final class Amounts {

    private Amounts() {}

    /** As it is, without zeros at its end. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** With thousands apart, and no more than four decimal places. */
    static String quantity(BigDecimal number) {
        var rounded = number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(rounded.scale(), 0) + "f", rounded);
    }

    /** A number of things, none in words. */
    static String counted(long number) {
        return number == 0 ? "none" : quantity(BigDecimal.valueOf(number));
    }

    /** A share, in whole hundredths and one tenth of one. */
    static String percent(BigDecimal share) {
        return plain(share.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + " %";
    }

    /** How many times as much one is as the other. */
    static String times(BigDecimal one, BigDecimal other) {
        return one.divide(other, 1, RoundingMode.HALF_UP).toPlainString();
    }

    static String total(Bill bill) {
        return dollars(bill.dollars());
    }

    /** In whole cents. */
    static String dollars(BigDecimal dollars) {
        var cents = dollars.setScale(2, RoundingMode.HALF_UP);
        return dollars.signum() > 0 && cents.signum() == 0 ? "< 0.01" : String.format(Locale.ROOT, "%,.2f", cents);
    }
}
