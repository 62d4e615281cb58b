package dev.sluice.domain.validation.reading;

import dev.sluice.domain.submission.Written;
import java.util.List;
import java.util.Optional;

/** A field of a submission that is known and kept; in the order violations are reported in. */
public enum Field {
    ID("id", Shape.TEXT),
    TYPE("type", Shape.TEXT),
    AMOUNT("amount", Shape.NUMBER),
    CURRENCY("currency", Shape.TEXT),
    BILLING_AMOUNT("billingAmount", Shape.NUMBER),
    BILLING_CURRENCY("billingCurrency", Shape.TEXT),
    ACCOUNT_ID("accountId", Shape.TEXT),
    OCCURRED_AT("occurredAt", Shape.TEXT),
    MERCHANT("merchant", Shape.GROUP),
    MERCHANT_NAME(MERCHANT, "name", Shape.TEXT),
    MERCHANT_MCC(MERCHANT, "mcc", Shape.TEXT),
    MERCHANT_COUNTRY(MERCHANT, "country", Shape.TEXT),
    CARD("card", Shape.GROUP),
    CARD_BIN(CARD, "bin", Shape.TEXT),
    CARD_LAST4(CARD, "last4", Shape.TEXT),
    COUNTERPARTY("counterparty", Shape.GROUP),
    COUNTERPARTY_IBAN(COUNTERPARTY, "iban", Shape.TEXT),
    ORIGINAL_ID("originalId", Shape.TEXT),
    METADATA("metadata", Shape.GROUP);

    /** What JSON type a field's value has; a number may be written as a string. */
    public enum Shape {
        TEXT,
        NUMBER,
        GROUP;

        public boolean fits(Written value) {
            return switch (this) {
                case TEXT -> value instanceof Written.Text;
                case NUMBER -> value instanceof Written.Text || value instanceof Written.Numeral;
                case GROUP -> value instanceof Written.Group;
            };
        }
    }

    /** All of them, in that order. */
    public static final List<Field> ALL = List.of(values());

    private final Optional<Field> parent;
    private final String member;
    private final Shape shape;
    private final Pointer pointer;

    Field(String member, Shape shape) {
        this.parent = Optional.empty();
        this.member = member;
        this.shape = shape;
        this.pointer = Pointer.root().member(member);
    }

    Field(Field parent, String member, Shape shape) {
        this.parent = Optional.of(parent);
        this.member = member;
        this.shape = shape;
        this.pointer = parent.pointer.member(member);
    }

    /** The field whose object it is a member of; none for the submission itself. */
    public Optional<Field> parent() {
        return parent;
    }

    /** Its name within its object. */
    public String member() {
        return member;
    }

    public Shape shape() {
        return shape;
    }

    public Pointer pointer() {
        return pointer;
    }
}
