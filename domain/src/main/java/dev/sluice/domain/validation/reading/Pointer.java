package dev.sluice.domain.validation.reading;

import dev.sluice.domain.card.CardNumberScan;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Where a value stands in a submission, written as a JSON Pointer (RFC 6901).
 *
 * <p>As text it is safe to repeat to anyone: a card number in a name is masked, an unpaired surrogate is replaced by
 * U+FFFD, and what lies deeper than {@value #DEEPEST} names, or under a name of more than {@value #LONGEST_NAME}
 * characters, is pointed at by the last ancestor before: an answer is no longer than a small multiple of what was sent.
 */
public record Pointer(Optional<Pointer> parent, String token, int depth) {

    /** The most names a pointer has; documents that are read at all are half as deep. */
    public static final int DEEPEST = 16;

    /** The longest name that is repeated, in UTF-16 units; names that are known or kept are shorter. */
    public static final int LONGEST_NAME = 128;

    private static final Pointer ROOT = new Pointer(Optional.empty(), "", 0);

    /** The whole document. */
    public static Pointer root() {
        return ROOT;
    }

    public Pointer member(String name) {
        return depth == DEEPEST ? this : new Pointer(Optional.of(this), name, depth + 1);
    }

    public Pointer item(int index) {
        return member(Integer.toString(index));
    }

    @Override
    public String toString() {
        var tokens = new ArrayDeque<String>();
        for (var at = this; at.parent.isPresent(); at = at.parent.get()) {
            tokens.push(at.token);
        }
        var text = new StringBuilder();
        for (var token : tokens) {
            if (token.length() > LONGEST_NAME) {
                break;
            }
            text.append('/').append(escaped(token));
        }
        return text.toString();
    }

    private static String escaped(String token) {
        return Surrogates.replaced(CardNumberScan.mask(token))
                .replace("~", "~0")
                .replace("/", "~1");
    }
}
