package dev.sluice.console.letters;

import java.util.Optional;

/** A whole number as somebody wrote it. */
final class WholeNumber {

    private WholeNumber() {}

    /** It, where it is one from least to most; digits alone, as JSON writes them. */
    static Optional<Long> read(String text, long least, long most) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text)).filter(number -> number >= least && number <= most);
    }
}
