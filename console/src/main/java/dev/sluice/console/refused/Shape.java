package dev.sluice.console.refused;

import dev.sluice.domain.submission.Written;

/**
 * What a value looks like, without the value: letters are told as A or a, digits as 9, what else ASCII prints as itself,
 * everything beyond as a question mark.
 */
public final class Shape {

    /** How many characters of a text are told; what follows is an ellipsis. */
    public static final int LONGEST = 40;

    private static final char CUT = '…';

    private Shape() {}

    /** Of a value as a sender wrote it: texts in quotes, numbers without. */
    static String of(Written value) {
        return switch (value) {
            case Written.Text text -> "\"" + of(text.value()) + "\"";
            case Written.Numeral numeral -> of(numeral.literal());
            case Written.Truth ignored -> "true or false";
            case Written.Nothing ignored -> "null";
            case Written.Group ignored -> "object";
            case Written.Listing listing -> "list of " + listing.items().size();
        };
    }

    /** Of a text; the shape of a shape is that shape. */
    public static String of(String text) {
        var shape = new StringBuilder(LONGEST + 1);
        var at = 0;
        for (var told = 0; told < LONGEST && at < text.length(); told++) {
            var character = text.codePointAt(at);
            shape.append(of(character));
            at += Character.charCount(character);
        }
        if (at < text.length()) {
            shape.append(CUT);
        }
        return shape.toString();
    }

    private static char of(int character) {
        if (character >= 'A' && character <= 'Z') {
            return 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return 'a';
        }
        if (character >= '0' && character <= '9') {
            return '9';
        }
        return (character >= ' ' && character <= '~') || character == CUT ? (char) character : '?';
    }
}
