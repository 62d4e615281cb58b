package dev.sluice.integration.sandbox.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads an expression of metric math: what binds closer first, from left to right; a power from right to left. What it does
 * not know it refuses by name.
 */
final class ExpressionReader {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|\\.\\d+|[A-Za-z]\\w*|\\|\\||&&|[=!<>]=|[-+*/^()<>,\\[\\]])");

    private static final String END = "";

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    ExpressionReader(String text) {
        this.text = text;
        var matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.stripTrailing().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw refused("what stands at " + text.substring(at).strip() + " is nothing that is known here");
            }
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
    }

    Expression read() {
        var expression = expression(0);
        if (!peek().equals(END)) {
            throw refused("nothing belongs at " + peek());
        }
        return expression;
    }

    private Expression expression(int binding) {
        var left = operand();
        while (true) {
            var operator = Operator.of(peek()).filter(each -> each.binding() >= binding);
            if (operator.isEmpty()) {
                return left;
            }
            take();
            var power = operator.get() == Operator.POWER;
            var right =
                    expression(power ? operator.get().binding() : operator.get().binding() + 1);
            left = new Expression.Pair(operator.get(), left, right);
        }
    }

    private Expression operand() {
        var token = take();
        return switch (token) {
            case "-" -> new Expression.Negated(expression(Operator.NEGATION));
            case "(" -> {
                var inner = expression(0);
                expect(")");
                yield inner;
            }
            case "[" -> new Expression.Listed(until("]"));
            default -> {
                if (!token.isEmpty() && (Character.isDigit(token.charAt(0)) || token.charAt(0) == '.')) {
                    yield new Expression.Constant(Double.parseDouble(token));
                }
                yield named(token);
            }
        };
    }

    private Expression named(String name) {
        if (name.isEmpty()
                || !Character.isLetter(name.charAt(0))
                || Operator.of(name).isPresent()) {
            throw refused("something is missing before " + (name.isEmpty() ? "the end" : name));
        }
        if (!peek().equals("(")) {
            return new Expression.Id(name);
        }
        take();
        var function = known(name);
        var arguments = until(")");
        if (!function.takes(arguments.size())) {
            throw refused(name + " does not take " + arguments.size() + " arguments");
        }
        return new Expression.Call(function, arguments);
    }

    private MathFunction known(String name) {
        for (var each : MathFunction.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw refused(name + " is no function of metric math that is known here");
    }

    private List<Expression> until(String end) {
        var found = new ArrayList<Expression>();
        if (peek().equals(end)) {
            take();
            return List.of();
        }
        found.add(expression(0));
        while (peek().equals(",")) {
            take();
            found.add(expression(0));
        }
        expect(end);
        return List.copyOf(found);
    }

    private void expect(String token) {
        if (!take().equals(token)) {
            throw refused("a " + token + " is missing");
        }
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    private String take() {
        var token = peek();
        next++;
        return token;
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(why + ", in " + text);
    }
}
