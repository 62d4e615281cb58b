package dev.sluice.guard.terraform.function;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Functions of texts. Those that only put texts together keep what is unknown in its place. */
final class TextFunctions {

    private static final int LONGEST = 2_000_000;

    static final Map<String, Function<List<Value>, Value>> ALL = Map.ofEntries(
            Map.entry("lower", text(text -> text.toLowerCase(Locale.ROOT))),
            Map.entry("upper", text(text -> text.toUpperCase(Locale.ROOT))),
            Map.entry("title", text(TextFunctions::title)),
            Map.entry("trimspace", text(String::strip)),
            Map.entry("chomp", text(TextFunctions::chomped)),
            Map.entry(
                    "trimprefix",
                    texts((text, prefix) -> text.startsWith(prefix) ? text.substring(prefix.length()) : text)),
            Map.entry(
                    "trimsuffix",
                    texts((text, suffix) ->
                            text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text)),
            Map.entry("startswith", test(String::startsWith)),
            Map.entry("endswith", test(String::endsWith)),
            Map.entry("strcontains", test(String::contains)),
            Map.entry("replace", TextFunctions::replace),
            Map.entry("substr", TextFunctions::part),
            Map.entry("split", TextFunctions::split),
            Map.entry("join", TextFunctions::join),
            Map.entry("format", TextFunctions::format));

    private TextFunctions() {}

    private static Function<List<Value>, Value> text(UnaryOperator<String> function) {
        return arguments -> at(arguments, 0)
                .asText()
                .<Value>map(text -> Value.text(function.apply(text)))
                .orElseGet(() -> Functions.open(arguments));
    }

    private static Function<List<Value>, Value> texts(BinaryOperator<String> function) {
        return arguments -> {
            var one = at(arguments, 0).asText();
            var other = at(arguments, 1).asText();
            return one.isPresent() && other.isPresent()
                    ? Value.text(function.apply(one.get(), other.get()))
                    : Functions.open(arguments);
        };
    }

    private static Function<List<Value>, Value> test(BiPredicate<String, String> test) {
        return arguments -> {
            var one = at(arguments, 0).asText();
            var other = at(arguments, 1).asText();
            return one.isPresent() && other.isPresent()
                    ? new Value.Truth(test.test(one.get(), other.get()))
                    : Functions.open(arguments);
        };
    }

    private static String chomped(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String title(String text) {
        var all = new StringBuilder(text.length());
        boolean starts = true;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            all.append(starts ? Character.toUpperCase(here) : here);
            starts = Character.isWhitespace(here);
        }
        return all.toString();
    }

    private static Value replace(List<Value> arguments) {
        var text = at(arguments, 0).asText();
        var from = at(arguments, 1).asText();
        var to = at(arguments, 2).asText();
        // Between slashes it is a pattern of another language than Java's.
        boolean pattern = from.filter(which -> which.length() > 1 && which.startsWith("/") && which.endsWith("/"))
                .isPresent();
        if (text.isEmpty()
                || from.isEmpty()
                || to.isEmpty()
                || pattern
                || from.get().isEmpty()) {
            return Functions.open(arguments);
        }
        long most = (long) text.get().length() * (1 + (long) to.get().length());
        return most > LONGEST
                ? Functions.open(arguments)
                : Value.text(text.get().replace(from.get(), to.get()));
    }

    private static Value part(List<Value> arguments) {
        var text = at(arguments, 0).asText();
        var from = at(arguments, 1).asNumber();
        var length = at(arguments, 2).asNumber();
        if (text.isEmpty() || from.isEmpty() || length.isEmpty()) {
            return Functions.open(arguments);
        }
        // Terraform counts characters, not halves of them.
        int[] characters = text.get().codePoints().toArray();
        int offset = clamped(from.get(), characters.length);
        int start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
        int end = length.get().signum() < 0
                ? characters.length
                : Math.min(characters.length, start + clamped(length.get(), characters.length));
        return Value.text(new String(characters, start, end - start));
    }

    private static int clamped(BigDecimal number, int most) {
        var limit = BigDecimal.valueOf(most);
        return number.min(limit).max(limit.negate()).intValue();
    }

    private static Value split(List<Value> arguments) {
        var separator = at(arguments, 0).asText();
        var text = at(arguments, 1).asText();
        if (separator.isEmpty() || text.isEmpty() || separator.get().isEmpty()) {
            return Functions.open(arguments);
        }
        var parts = new ArrayList<Value>();
        int from = 0;
        for (int end = text.get().indexOf(separator.get());
                end >= 0;
                end = text.get().indexOf(separator.get(), from)) {
            parts.add(Value.text(text.get().substring(from, end)));
            from = end + separator.get().length();
        }
        parts.add(Value.text(text.get().substring(from)));
        return new Value.Items(parts);
    }

    private static Value join(List<Value> arguments) {
        if (arguments.isEmpty() || !(arguments.getFirst() instanceof Value.Text separator)) {
            return Functions.open(arguments);
        }
        var pieces = new ArrayList<Piece>();
        boolean first = true;
        long length = 0;
        for (var list : arguments.subList(1, arguments.size())) {
            if (!(list instanceof Value.Items(var values))) {
                return Functions.open(arguments);
            }
            for (var value : values) {
                var more = pieces(value);
                if (more.isEmpty()) {
                    return Functions.open(arguments);
                }
                if (!first) {
                    pieces.addAll(separator.pieces());
                }
                first = false;
                pieces.addAll(more.get());
                length += length(separator.pieces()) + length(more.get());
                if (length > LONGEST) {
                    return Functions.open(arguments);
                }
            }
        }
        return made(pieces, arguments);
    }

    /** The verbs that only put something in: %s, %d, %v, %q and %%. With another the text is unknown. */
    private static Value format(List<Value> arguments) {
        var spec = at(arguments, 0).asText();
        if (spec.isEmpty()) {
            return Functions.open(arguments);
        }
        var pieces = new ArrayList<Piece>();
        var text = spec.get();
        int next = 1;
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            char verb = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (here != '%') {
                pieces.add(new Piece.Literal(Character.toString(here)));
                at++;
                continue;
            }
            at += 2;
            if (verb == '%') {
                pieces.add(new Piece.Literal("%"));
                continue;
            }
            var value = "sdvq".indexOf(verb) < 0 ? Optional.<List<Piece>>empty() : pieces(at(arguments, next++));
            if (value.isEmpty()) {
                return Functions.open(arguments);
            }
            // In quotes it would be escaped, by rules of another language than Java's.
            if (verb == 'q' && new Value.Text(value.get()).toString().chars().anyMatch(TextFunctions::isEscaped)) {
                return Functions.open(arguments);
            }
            var quote = verb == 'q' ? List.<Piece>of(new Piece.Literal("\"")) : List.<Piece>of();
            Stream.of(quote, value.get(), quote).forEach(pieces::addAll);
        }
        return made(pieces, arguments);
    }

    private static boolean isEscaped(int character) {
        return character == '"' || character == '\\' || character < ' ' || character > '~';
    }

    private static Value made(List<Piece> pieces, List<Value> arguments) {
        return length(pieces) > LONGEST ? Functions.open(arguments) : new Value.Text(pieces);
    }

    private static long length(List<Piece> pieces) {
        long length = 0;
        for (var piece : pieces) {
            length += piece instanceof Piece.Literal(var text) ? text.length() : 1;
        }
        return length;
    }

    private static Optional<List<Piece>> pieces(Value value) {
        return value instanceof Value.Text(var pieces)
                ? Optional.of(pieces)
                : value.asText().map(text -> Value.text(text).pieces());
    }

    private static Value at(List<Value> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : Value.absent();
    }
}
