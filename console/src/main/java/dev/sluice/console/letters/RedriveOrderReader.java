package dev.sluice.console.letters;

import dev.sluice.console.letters.RedriveOrder.Which;
import dev.sluice.console.page.Invalid;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.validation.Violation;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.local.delivery.Redrive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is to be redriven from the body of a request, and tells everything that is wrong with it at once. */
final class RedriveOrderReader {

    static final int FASTEST = 1_000;

    /** Letters a second: a run that takes days would keep everybody else from redriving. */
    private static final double SLOWEST = 0.1;

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    private static final Set<String> NAMES = Set.of("letters", "filter", "dryRun", "perSecond");

    private final List<Violation> wrong = new ArrayList<>();

    private RedriveOrderReader() {}

    /**
     * Reads it.
     *
     * @throws Invalid with each thing that is wrong
     */
    static RedriveOrder read(byte[] body) {
        return new RedriveOrderReader().order(body);
    }

    private RedriveOrder order(byte[] body) {
        var fields = parsed(body);
        strangers(fields, "", NAMES);
        var which = which(fields);
        var dryRun = dryRun(fields);
        var perSecond = perSecond(fields);
        if (!wrong.isEmpty() || which.isEmpty()) {
            throw new Invalid(wrong);
        }
        return new RedriveOrder(which.get(), dryRun, perSecond);
    }

    private static Fields parsed(byte[] body) {
        try {
            return Fields.parse(READER, body);
        } catch (IllegalArgumentException e) {
            throw new Invalid(List.of(new Violation("", "malformed", String.valueOf(e.getMessage()))));
        }
    }

    /** A name that is misspelled must not pass for one that is left out: the run would be another one. */
    private void strangers(Fields fields, String at, Set<String> names) {
        if (!names.containsAll(fields.group().members().keySet())) {
            var known = String.join(", ", names.stream().sorted().toList());
            wrong(at, "unknown-member", "takes these members alone: " + known);
        }
    }

    private Optional<Which> which(Fields fields) {
        var letters = fields.find("letters");
        var filter = fields.find("filter");
        if (letters.isPresent() == filter.isPresent()) {
            wrong("", "one-of", "is to have either letters or filter");
        }
        var named = letters.flatMap(this::named);
        var matching = filter.flatMap(this::matching);
        return named.isPresent() ? named : matching;
    }

    private Optional<Which> named(Written value) {
        if (!(value instanceof Written.Listing(var items)) || items.isEmpty() || items.size() > Redrive.MOST) {
            wrong("/letters", "no-letters", "is to be an array of 1 to " + Redrive.MOST + " numbers of letters");
            return Optional.empty();
        }
        var numbers = new LinkedHashSet<Long>();
        for (var i = 0; i < items.size(); i++) {
            var number = items.get(i) instanceof Written.Numeral(var literal)
                    ? WholeNumber.read(literal, 1, Long.MAX_VALUE)
                    : Optional.<Long>empty();
            number.ifPresent(numbers::add);
            if (number.isEmpty()) {
                // The first is enough to mend the list by.
                wrong("/letters/" + i, "no-number", "is to be the number of a dead letter");
                return Optional.empty();
            }
        }
        return Optional.of(new Which.Named(List.copyOf(numbers)));
    }

    private Optional<Which> matching(Written value) {
        if (!(value instanceof Written.Group group)) {
            wrong("/filter", "no-object", "is to be an object");
            return Optional.empty();
        }
        var fields = new Fields(group);
        strangers(fields, "/filter", Set.copyOf(LetterChoice.NAMES));
        return Optional.of(new Which.Matching(LetterChoice.read(name -> text(fields, name), "/filter", wrong::add)));
    }

    private Optional<String> text(Fields fields, String name) {
        var value = fields.find(name);
        if (value.isPresent() && !(value.get() instanceof Written.Text)) {
            wrong("/filter/" + name, "no-text", "is to be a string");
        }
        return value.flatMap(v -> v instanceof Written.Text(var text) ? Optional.of(text) : Optional.empty());
    }

    private boolean dryRun(Fields fields) {
        if (fields.find("dryRun").orElseGet(Written.Nothing::new) instanceof Written.Truth(var truth)) {
            return truth;
        }
        wrong("/dryRun", "no-truth", "is to be true or false");
        return true;
    }

    private Optional<Double> perSecond(Fields fields) {
        var value = fields.find("perSecond");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var rate =
                value.get() instanceof Written.Numeral(var literal) ? Optional.of(literal) : Optional.<String>empty();
        var read = rate.map(Double::parseDouble).filter(number -> number >= SLOWEST && number <= FASTEST);
        if (read.isEmpty()) {
            wrong("/perSecond", "no-rate", "is to be a number from " + SLOWEST + " to " + FASTEST);
        }
        return read;
    }

    private void wrong(String pointer, String code, String sentence) {
        wrong.add(new Violation(pointer, code, sentence));
    }
}
