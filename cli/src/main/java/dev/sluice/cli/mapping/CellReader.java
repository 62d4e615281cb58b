package dev.sluice.cli.mapping;

import dev.sluice.cli.mapping.Reading.Amount;
import dev.sluice.cli.mapping.Reading.Day;
import dev.sluice.cli.mapping.Reading.MaskedTail;
import dev.sluice.cli.mapping.Reading.Moment;
import dev.sluice.cli.mapping.Reading.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one cell by its rule; what it cannot read it names without repeating it. */
final class CellReader {

    /** A byte that is no character of the file's charset was read as this noncharacter. */
    static final char UNDECODABLE = '\uFFFF';

    /** More would be no amount, and slow to compute with. */
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern UNMASKED = Pattern.compile("[0-9](?:[ -]?[0-9]){12,}");

    private CellReader() {}

    /** The field's text; empty where the cell is. */
    static Optional<String> read(FieldRule rule, Cells cells) throws UnreadableCell {
        var cell = text(rule, cells);
        if (cell.isEmpty()) {
            return cell;
        }
        return Optional.of(
                switch (rule.reading()) {
                    case Text() -> cell.get();
                    case Amount amount -> {
                        var number = number(rule, amount, cell.get());
                        yield (amount.sign() == Reading.Sign.DROP ? number.abs() : number).toPlainString();
                    }
                    case Day day -> day(rule, day, cell.get());
                    case Moment moment -> moment(rule, moment, cell.get());
                    case MaskedTail tail -> tail(rule, tail, cell.get());
                });
    }

    /** The number in an amount's cell with its sign; empty where the cell is. */
    static Optional<BigDecimal> number(FieldRule rule, Cells cells) throws UnreadableCell {
        var cell = text(rule, cells);
        return cell.isPresent() && rule.reading() instanceof Amount amount
                ? Optional.of(number(rule, amount, cell.get()))
                : Optional.empty();
    }

    private static Optional<String> text(FieldRule rule, Cells cells) throws UnreadableCell {
        var text = rule.origin() instanceof Origin.Constant(var constant)
                ? constant
                : cells.at(rule.origin()).orElse("");
        if (text.indexOf(UNDECODABLE) >= 0) {
            throw unreadable(rule, "holds bytes that are not of the file's charset");
        }
        for (var removed : rule.remove()) {
            text = text.replace(removed, "");
        }
        text = text.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (rule.values().isEmpty()) {
            return Optional.of(text);
        }
        var meaning = rule.values().get(text);
        if (meaning == null) {
            throw unreadable(rule, "holds a text that is not among the mapping's values");
        }
        return Optional.of(meaning);
    }

    private static BigDecimal number(FieldRule rule, Amount amount, String text) throws UnreadableCell {
        var decimal = Pattern.quote(String.valueOf(amount.decimal()));
        var whole = amount.grouping()
                .map(g -> "(?:[0-9]{1,3}(?:" + Pattern.quote(String.valueOf(g)) + "[0-9]{2,3})*|[0-9]+)")
                .orElse("[0-9]+");
        if (text.length() > LONGEST_NUMBER || !text.matches("[+-]?(?:" + whole + "(?:" + decimal + "[0-9]+)?)")) {
            throw unreadable(rule, "does not hold a number with the decimal sign '" + amount.decimal() + "'");
        }
        var plain = amount.grouping().isPresent()
                ? text.replace(String.valueOf(amount.grouping().get()), "")
                : text;
        return new BigDecimal(plain.replace(amount.decimal(), '.'));
    }

    private static String day(FieldRule rule, Day day, String text) throws UnreadableCell {
        try {
            return LocalDate.parse(text, day.formatter()).toString();
        } catch (DateTimeException e) {
            throw unreadable(rule, "does not hold a day written as " + day.pattern());
        }
    }

    private static String moment(FieldRule rule, Moment moment, String text) throws UnreadableCell {
        try {
            var written = moment.zone().isPresent()
                    ? LocalDateTime.parse(text, moment.formatter())
                            .atZone(moment.zone().get())
                            .toOffsetDateTime()
                    : OffsetDateTime.parse(text, moment.formatter());
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(written);
        } catch (DateTimeException e) {
            throw unreadable(rule, "does not hold a date and time written as " + moment.pattern());
        }
    }

    private static String tail(FieldRule rule, MaskedTail tail, String text) throws UnreadableCell {
        // A file that should be masked and is not must not go on, not even its last digits.
        if (UNMASKED.matcher(text).find()) {
            throw unreadable(rule, "holds a number that is not masked");
        }
        var from = text.length() - tail.digits();
        if (from < 0 || !text.substring(from).chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unreadable(rule, "does not end in " + tail.digits() + " readable digits");
        }
        return text.substring(from);
    }

    private static UnreadableCell unreadable(FieldRule rule, String problem) {
        return new UnreadableCell(rule.pointer(), rule.origin().described() + " " + problem);
    }
}
