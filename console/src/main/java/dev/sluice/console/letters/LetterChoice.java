package dev.sluice.console.letters;

import dev.sluice.domain.validation.Violation;
import dev.sluice.local.delivery.LetterFilter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which dead letters somebody means, with ages instead of moments.
 *
 * @param olderThan those that were given up on so long ago, or longer
 * @param youngerThan those that were given up on so long ago, or since
 */
record LetterChoice(
        Optional<String> function,
        Optional<String> reason,
        Optional<Duration> olderThan,
        Optional<Duration> youngerThan) {

    static final List<String> NAMES = List.of("function", "reason", "olderThan", "youngerThan");

    /** More than any function's name and any reason has. */
    private static final int LONGEST_TEXT = 1_000;

    private static final Duration LONGEST_AGE = Duration.ofDays(36_500);

    /** The texts as somebody sent them. */
    @FunctionalInterface
    interface Texts {
        Optional<String> of(String name);
    }

    /**
     * Reads it.
     *
     * @param at pointer of the place that the names are in
     * @param wrong told what is wrong; what is, is left out
     */
    static LetterChoice read(Texts texts, String at, Consumer<Violation> wrong) {
        return new LetterChoice(
                text(texts, "function", at, wrong),
                text(texts, "reason", at, wrong),
                age(texts, "olderThan", at, wrong),
                age(texts, "youngerThan", at, wrong));
    }

    LetterFilter at(Instant now) {
        return new LetterFilter(function, reason, olderThan.map(now::minus), youngerThan.map(now::minus));
    }

    private static Optional<String> text(Texts texts, String name, String at, Consumer<Violation> wrong) {
        var text = texts.of(name);
        if (text.filter(t -> t.length() > LONGEST_TEXT).isPresent()) {
            wrong.accept(new Violation(
                    at + "/" + name, "too-long", "is to be at most " + LONGEST_TEXT + " characters long"));
            return Optional.empty();
        }
        return text;
    }

    private static Optional<Duration> age(Texts texts, String name, String at, Consumer<Violation> wrong) {
        var text = texts.of(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var age = duration(text.get());
        if (age.isEmpty()) {
            wrong.accept(new Violation(
                    at + "/" + name,
                    "no-duration",
                    "is to be a duration of ISO 8601 from PT0S to P36500D, such as PT1H or P7D"));
        }
        return age;
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text))
                    .filter(age -> !age.isNegative() && age.compareTo(LONGEST_AGE) <= 0);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
