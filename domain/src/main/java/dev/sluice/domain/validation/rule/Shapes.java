package dev.sluice.domain.validation.rule;

import dev.sluice.domain.submission.Written;
import dev.sluice.domain.validation.reading.NormalText;

/** Words for what was found that give away nothing of it. */
final class Shapes {

    static final String NOTHING = "nothing";

    private Shapes() {}

    static String characters(String normal) {
        return counted(NormalText.length(normal), "character");
    }

    static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    static String kind(Written value) {
        return switch (value) {
            case Written.Text text -> "a string";
            case Written.Numeral numeral -> "a number";
            case Written.Truth truth -> "a boolean";
            case Written.Nothing nothing -> "null";
            case Written.Group group -> "an object";
            case Written.Listing listing -> "an array";
        };
    }
}
