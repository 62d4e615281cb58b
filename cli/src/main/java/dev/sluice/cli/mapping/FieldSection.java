package dev.sluice.cli.mapping;

import dev.sluice.cli.mapping.Reading.Sign;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the rule of one field. */
final class FieldSection {

    private static final List<String> COMMON = List.of("constant", "remove", "values");
    private static final List<String> AMOUNTS = List.of("sign", "decimal", "grouping");
    private static final List<String> DATES = List.of("date", "dateTime", "zone");
    private static final int LONGEST_TAIL = 6;

    private FieldSection() {}

    static FieldRule rule(String field, Section section, Source source) throws MappingMistake {
        section.allowOnly(allowed(field, source));
        return new FieldRule(
                field, origin(section, source), section.texts("remove"), values(section), reading(field, section));
    }

    private static List<String> allowed(String field, Source source) {
        var keys = new ArrayList<>(origins(source));
        keys.addAll(COMMON);
        if (isAmount(field)) {
            keys.addAll(AMOUNTS);
        } else if (field.equals("occurredAt")) {
            keys.addAll(DATES);
        } else {
            keys.add("maskedTail");
        }
        return keys;
    }

    private static boolean isAmount(String field) {
        return field.equals("amount") || field.equals("billingAmount");
    }

    private static List<String> origins(Source source) {
        return switch (source) {
            case Source.Csv csv -> csv.header() ? List.of("column", "position") : List.of("position");
            case Source.JsonLines() -> List.of("pointer");
        };
    }

    private static Origin origin(Section section, Source source) throws MappingMistake {
        var possible = new ArrayList<>(origins(source));
        possible.add("constant");
        var given = possible.stream().filter(section::has).toList();
        if (given.size() != 1) {
            throw new MappingMistake(section.file() + ": " + section.path() + ": exactly one of "
                    + String.join(", ", possible) + " is expected");
        }
        var key = given.getFirst();
        var text = section.required(key, "where the text comes from");
        return switch (key) {
            case "column" -> new Origin.Column(text);
            case "position" -> new Origin.Position(number(section, key, 1000));
            case "pointer" -> pointer(section, text);
            default -> new Origin.Constant(text);
        };
    }

    private static Origin pointer(Section section, String text) throws MappingMistake {
        if (!text.startsWith("/")) {
            throw section.mistake("pointer", "a JSON Pointer starts with '/'");
        }
        return new Origin.Pointer(text);
    }

    private static Map<String, String> values(Section section) throws MappingMistake {
        var values = new TreeMap<String, String>();
        var written = section.section("values");
        if (written.isPresent()) {
            for (var key : written.get().keys()) {
                values.put(key, written.get().required(key, "what it stands for"));
            }
        }
        return values;
    }

    private static Reading reading(String field, Section section) throws MappingMistake {
        if (isAmount(field)) {
            return amount(section);
        }
        if (section.has("date") && section.has("dateTime")) {
            throw section.mistake("date", "date and dateTime exclude each other");
        }
        if (section.has("date")) {
            if (section.has("zone")) {
                throw section.mistake("zone", "a day is sent as the day it is in the source's zone, so it takes none");
            }
            var pattern = section.required("date", "the pattern, such as dd/MM/yyyy");
            return new Reading.Day(pattern, formatter(section, "date", pattern));
        }
        if (section.has("dateTime")) {
            var pattern = section.required("dateTime", "the pattern, such as dd/MM/yyyy HH:mm");
            return new Reading.Moment(pattern, formatter(section, "dateTime", pattern), zoneOf(section, pattern));
        }
        if (section.has("zone")) {
            throw section.mistake("zone", "only a dateTime has one");
        }
        return section.has("maskedTail")
                ? new Reading.MaskedTail(number(section, "maskedTail", LONGEST_TAIL))
                : new Reading.Text();
    }

    private static Reading amount(Section section) throws MappingMistake {
        var decimal = section.character("decimal").orElse('.');
        var grouping = section.character("grouping");
        if (grouping.equals(Optional.of(decimal))) {
            throw section.mistake("grouping", "the decimal sign cannot group digits too");
        }
        var sign = section.oneOf("sign", List.of("keep", "drop")).orElse("keep");
        return new Reading.Amount(sign.equals("drop") ? Sign.DROP : Sign.KEEP, decimal, grouping);
    }

    private static int number(Section section, String key, int most) throws MappingMistake {
        var text = section.required(key, "a number from 1 to " + most);
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > most) {
            throw section.mistake(key, "a number from 1 to " + most + " is expected");
        }
        return Integer.parseInt(text);
    }

    private static DateTimeFormatter formatter(Section section, String key, String pattern) throws MappingMistake {
        try {
            // In strict mode "yyyy", which everybody writes, would ask for an era; "uuuu" is what is meant.
            return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw section.mistake(key, "'" + pattern + "' is no pattern of java.time, such as dd/MM/yyyy");
        }
    }

    /** A pattern with an offset needs no zone, any other does. */
    private static Optional<ZoneId> zoneOf(Section section, String pattern) throws MappingMistake {
        var offset = pattern.replaceAll("'[^']*'", "").matches(".*[XxZO].*");
        if (offset == section.has("zone")) {
            throw section.mistake(
                    "zone",
                    offset
                            ? "the pattern holds an offset, so there is no zone to state"
                            : "missing: whose clock is meant, such as Europe/London");
        }
        return offset ? Optional.empty() : Optional.of(zone(section));
    }

    private static ZoneId zone(Section section) throws MappingMistake {
        var name = section.required("zone", "whose clock is meant, such as Europe/London");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw section.mistake("zone", "'" + name + "' is no time zone, such as Europe/London");
        }
    }
}
