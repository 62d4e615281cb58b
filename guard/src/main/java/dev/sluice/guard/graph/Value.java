package dev.sluice.guard.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an attribute is, as far as it can be told without a deploy.
 *
 * <p>What is not said at all is {@link Absent}; what is said and cannot be known is {@link Unknown}, or a {@link Text}
 * with a symbol in it. The two are never the same: a rule may fail something for what it does not say, and never for
 * what it cannot know.
 */
public sealed interface Value {

    /** Not said, or said to be null, which Terraform holds for the same. */
    record Absent() implements Value {}

    /** True or false. */
    record Truth(boolean value) implements Value {}

    /**
     * A number.
     *
     * @param value as it is counted with: without zeros behind its point, so that equal numbers are equal values
     */
    record Num(BigDecimal value) implements Value {
        public Num {
            value = plain(value);
        }

        private static BigDecimal plain(BigDecimal value) {
            var shortest = value.stripTrailingZeros();
            return shortest.scale() < 0 && isWithinReason(value) ? shortest.setScale(0) : shortest;
        }
    }

    /** A list, a set or a tuple. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A map, an object or a block, in the order it was written in. */
    record Fields(Map<String, Value> values) implements Value {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Said, and not to be known before a deploy.
     *
     * @param from what it is made of, as far as that can be seen
     */
    record Unknown(Set<Reference> from) implements Value {
        public Unknown {
            from = Collections.unmodifiableSet(new TreeSet<>(from));
        }
    }

    /**
     * A text, which may have parts that only a deploy tells. A text of one symbol stands for whatever the reference
     * yields, be it a text or not.
     *
     * @param pieces its parts; no two literals are neighbours, and none is empty
     */
    record Text(List<Piece> pieces) implements Value {
        public Text {
            pieces = joined(pieces);
        }

        private static List<Piece> joined(List<Piece> pieces) {
            var all = new ArrayList<Piece>(pieces.size());
            var run = new StringBuilder();
            for (var piece : pieces) {
                switch (piece) {
                    case Piece.Literal(var text) -> run.append(text);
                    case Piece.Symbol symbol -> {
                        if (!run.isEmpty()) {
                            all.add(new Piece.Literal(run.toString()));
                            run.setLength(0);
                        }
                        all.add(symbol);
                    }
                }
            }
            if (!run.isEmpty()) {
                all.add(new Piece.Literal(run.toString()));
            }
            return List.copyOf(all);
        }

        /** Its characters, where all of them are known. */
        public Optional<String> literal() {
            if (pieces.isEmpty()) {
                return Optional.of("");
            }
            return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Literal(var text)
                    ? Optional.of(text)
                    : Optional.empty();
        }

        /** The one reference it consists of. */
        public Optional<Reference> symbol() {
            return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Symbol(var reference)
                    ? Optional.of(reference)
                    : Optional.empty();
        }

        /** As Terraform would write it, references in <code>${…}</code>. */
        @Override
        public String toString() {
            return pieces.stream().map(Piece::toString).collect(Collectors.joining());
        }
    }

    /** What is not said. */
    static Value absent() {
        return new Absent();
    }

    /** A text of known characters. */
    static Text text(String characters) {
        return new Text(List.of(new Piece.Literal(characters)));
    }

    /** What a reference yields. */
    static Text symbol(String address, String attribute) {
        return new Text(List.of(new Piece.Symbol(new Reference(address, attribute))));
    }

    /** A whole number. */
    static Num number(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    /** A number, or something unknown where nobody would write it out. */
    static Value number(BigDecimal value) {
        return isWithinReason(value) ? new Num(value) : new Unknown(Set.of());
    }

    /**
     * Whether a number has no more than a thousand digits, before and behind its point. Written shortly, {@code
     * 1e999999999}, one could have so many that to write it out takes all the memory there is.
     */
    static boolean isWithinReason(BigDecimal value) {
        return Math.abs((long) value.scale()) + value.precision() <= MOST_DIGITS;
    }

    /** The most digits of a number. */
    int MOST_DIGITS = 1_000;

    /** Something made of what cannot be known. */
    static Unknown unknown(Value... from) {
        return new Unknown(
                Stream.of(from).flatMap(value -> value.references().stream()).collect(Collectors.toSet()));
    }

    /** Whether nothing is said. */
    default boolean isAbsent() {
        return this instanceof Absent;
    }

    /** Whether it is said, and all of it known: no unknown and no symbol anywhere in it. */
    default boolean isKnown() {
        return switch (this) {
            case Absent ignored -> false;
            case Truth ignored -> true;
            case Num ignored -> true;
            case Unknown ignored -> false;
            case Text text -> text.literal().isPresent();
            case Items(var values) -> values.stream().allMatch(value -> value.isAbsent() || value.isKnown());
            case Fields(var values) -> values.values().stream().allMatch(value -> value.isAbsent() || value.isKnown());
        };
    }

    /** Whether another that is written alike comes to the same: two unknown values are alike, and may differ. */
    default boolean isCertain() {
        return switch (this) {
            case Absent ignored -> true;
            case Truth ignored -> true;
            case Num ignored -> true;
            case Unknown ignored -> false;
            case Text text -> !text.references().contains(NOTHING_KNOWN);
            case Items(var values) -> values.stream().allMatch(Value::isCertain);
            case Fields(var values) -> values.values().stream().allMatch(Value::isCertain);
        };
    }

    /** What stands in a text for something of which nothing is known. */
    Reference NOTHING_KNOWN = new Reference("unknown", "");

    /** Whether it is said, and what it comes to cannot be told: an unknown, or a text of nothing but one symbol. */
    default boolean isOpen() {
        return switch (this) {
            case Unknown ignored -> true;
            case Text text -> text.symbol().isPresent();
            default -> false;
        };
    }

    /** Whether it is a text with any characters in it, be they known or not. */
    default boolean isFilled() {
        return this instanceof Text(var pieces)
                && pieces.stream().anyMatch(piece -> switch (piece) {
                    case Piece.Literal ignored -> true;
                    case Piece.Symbol(var reference) -> reference.isText();
                });
    }

    /** Its characters, where it is a text and all are known; a number or a truth as Terraform would write it. */
    default Optional<String> asText() {
        return switch (this) {
            case Text text -> text.literal();
            case Num(var number) -> Optional.of(number.toPlainString());
            case Truth(var truth) -> Optional.of(Boolean.toString(truth));
            default -> Optional.empty();
        };
    }

    /** Its number, where it is one or is a text that writes one. */
    default Optional<BigDecimal> asNumber() {
        return switch (this) {
            case Num(var number) -> Optional.of(number);
            case Text text -> text.literal().flatMap(Value::decimal);
            default -> Optional.empty();
        };
    }

    /** Its truth, where it is one or is a text that writes one. */
    default Optional<Boolean> asTruth() {
        return switch (this) {
            case Truth(var truth) -> Optional.of(truth);
            case Text text -> text.literal().flatMap(Value::truth);
            default -> Optional.empty();
        };
    }

    /** Every reference in it, at any depth. */
    default Set<Reference> references() {
        var all = new TreeSet<Reference>();
        collect(this, all);
        return all;
    }

    /**
     * What lies at a path of names. A list on the way that has one element is passed through, as a block is a list of one
     * in one notation and an object in the other.
     */
    default Value at(String... path) {
        var here = this;
        for (var step : path) {
            while (here instanceof Items(var values) && values.size() == 1) {
                here = values.getFirst();
            }
            here = switch (here) {
                case Fields(var values) -> values.getOrDefault(step, absent());
                case Unknown unknown -> unknown;
                case Text text when text.symbol().isPresent() -> new Unknown(text.references());
                case Items(var values) when !values.isEmpty() -> unknown(here);
                default -> absent();
            };
        }
        return here;
    }

    /** Its elements: those of a list, itself where it stands alone, none where it is absent. */
    default List<Value> each() {
        return switch (this) {
            case Items(var values) -> values;
            case Absent ignored -> List.of();
            default -> List.of(this);
        };
    }

    /** Its members, where it is a map or a block; none otherwise. */
    default Map<String, Value> members() {
        return switch (this) {
            case Fields(var values) -> values;
            case Items(var values) when values.size() == 1 -> values.getFirst().members();
            default -> Map.of();
        };
    }

    private static void collect(Value value, Set<Reference> into) {
        switch (value) {
            case Text(var pieces) ->
                pieces.forEach(piece -> {
                    if (piece instanceof Piece.Symbol(var reference)) {
                        into.add(reference);
                    }
                });
            case Unknown(var from) -> into.addAll(from);
            case Items(var values) -> values.forEach(each -> collect(each, into));
            case Fields(var values) -> values.values().forEach(each -> collect(each, into));
            case Absent ignored -> {}
            case Truth ignored -> {}
            case Num ignored -> {}
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        // Longer than any number of an infrastructure, and short enough to be read at once.
        if (text.isEmpty() || text.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text))
                    .filter(Value::isWithinReason)
                    .map(number -> new Num(number).value());
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
