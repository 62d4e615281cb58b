package dev.sluice.domain.transaction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of movement a transaction is. */
public enum TransactionType {
    PAYMENT,
    REFUND,
    /** A refund that names no original. */
    CREDIT,
    TRANSFER,
    WITHDRAWAL,
    DEPOSIT,
    FEE,
    CHARGEBACK,
    ADJUSTMENT;

    private static final List<TransactionType> ALL = List.of(values());

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As senders write it: lower case. */
    public String code() {
        return code;
    }

    /** The type a sender wrote, or empty where there is none of that code. */
    public static Optional<TransactionType> of(String code) {
        for (var type : ALL) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether it undoes an earlier transaction, which it then must name. */
    public boolean namesOriginal() {
        return this == REFUND || this == CHARGEBACK;
    }
}
