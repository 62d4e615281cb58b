package dev.sluice.domain.history;

import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that an account has been seen with. The transaction that was stored first with it is the one that it was first
 * seen in: exactly one for each account and thing, whatever the order in which they are looked at.
 *
 * @param value of a merchant the name in lower case, its blanks each one; else the code
 */
public record Seen(Kind kind, String value) {

    /** What kind of thing. */
    public enum Kind {
        MERCHANT,
        COUNTRY,
        CURRENCY
    }

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What that transaction is seen with. */
    public static List<Seen> in(Transaction transaction) {
        var seen = new ArrayList<Seen>();
        transaction.merchant().map(Seen::merchant).ifPresent(name -> seen.add(new Seen(Kind.MERCHANT, name)));
        transaction.merchant().flatMap(Merchant::country).ifPresent(code -> seen.add(new Seen(Kind.COUNTRY, code)));
        seen.add(new Seen(Kind.CURRENCY, transaction.amount().currency().code()));
        return List.copyOf(seen);
    }

    /** The name by which two merchants are one. */
    static String merchant(Merchant merchant) {
        return BLANKS.matcher(merchant.name()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
