package dev.sluice.guard.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an expression of HCL's native syntax. */
public final class ExpressionReader {

    /** Deeper than anybody writes, and shallow enough for a reader that calls itself. */
    private static final int DEEPEST = 100;

    /** How tightly an operator binds, as HCL's specification orders them. */
    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("<", 4),
            Map.entry(">", 4),
            Map.entry("<=", 4),
            Map.entry(">=", 4),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("/", 6),
            Map.entry("%", 6));

    private static final Token LINE_END = new Token.Sign("\n");

    private final List<Token> tokens;
    private int at;
    private int depth;

    private ExpressionReader(List<Token> tokens, int depth) {
        this.tokens = tokens;
        this.depth = depth;
    }

    /**
     * An expression.
     *
     * @throws NotAnExpression where it is none
     */
    public static Expression read(String text) throws NotAnExpression {
        return read(text, 0);
    }

    static Expression read(String text, int depth) throws NotAnExpression {
        if (depth > DEEPEST) {
            throw new NotAnExpression("an expression is deeper than " + DEEPEST + " levels");
        }
        var reader = new ExpressionReader(Tokens.of(text), depth);
        var whole = reader.expression();
        reader.skipLines();
        if (reader.at < reader.tokens.size()) {
            throw new NotAnExpression("something follows an expression's end");
        }
        return whole;
    }

    private Expression expression() throws NotAnExpression {
        if (++depth > DEEPEST) {
            throw new NotAnExpression("an expression is deeper than " + DEEPEST + " levels");
        }
        var condition = binary(1);
        var whole = condition;
        if (take("?")) {
            var then = expression();
            demand(":");
            whole = new Expression.Choice(condition, then, expression());
        }
        depth--;
        return whole;
    }

    private Expression binary(int tightness) throws NotAnExpression {
        var left = unary();
        while (true) {
            skipLinesBeforeOperator();
            var sign = sign();
            int binds = sign.map(operator -> BINDING.getOrDefault(operator, 0)).orElse(0);
            if (sign.isEmpty() || binds < tightness) {
                return left;
            }
            at++;
            left = new Expression.Binary(sign.get(), left, binary(binds + 1));
        }
    }

    private Expression unary() throws NotAnExpression {
        skipLines();
        if (take("!")) {
            return new Expression.Unary('!', deeper());
        }
        if (take("-")) {
            return new Expression.Unary('-', deeper());
        }
        return steps(primary());
    }

    private Expression deeper() throws NotAnExpression {
        if (++depth > DEEPEST) {
            throw new NotAnExpression("an expression is deeper than " + DEEPEST + " levels");
        }
        var operand = unary();
        depth--;
        return operand;
    }

    private Expression steps(Expression start) throws NotAnExpression {
        var here = start;
        while (true) {
            if (take(".")) {
                if (take("*")) {
                    here = new Expression.Splat(here, memberSteps());
                } else {
                    here = new Expression.Member(here, memberName());
                }
            } else if (is("[") && at + 2 < tokens.size() && isAt(at + 1, "*") && isAt(at + 2, "]")) {
                at += 3;
                return new Expression.Splat(here, splatSteps());
            } else if (take("[")) {
                var key = expression();
                skipLines();
                demand("]");
                here = new Expression.Index(here, key);
            } else {
                return here;
            }
        }
    }

    /** A full splat takes all steps behind it with it. */
    private Expression splatSteps() throws NotAnExpression {
        if (++depth > DEEPEST) {
            throw new NotAnExpression("an expression is deeper than " + DEEPEST + " levels");
        }
        var steps = steps(new Expression.Element());
        depth--;
        return steps;
    }

    /** An attribute-only splat takes names with it, and leaves brackets to the list it makes. */
    private Expression memberSteps() throws NotAnExpression {
        Expression here = new Expression.Element();
        while (is(".") && !isAt(at + 1, "*")) {
            at++;
            here = new Expression.Member(here, memberName());
        }
        return here;
    }

    private String memberName() throws NotAnExpression {
        if (at < tokens.size()) {
            var token = tokens.get(at++);
            if (token instanceof Token.Word(var name)) {
                return name;
            }
            if (token instanceof Token.Digits(var digits)) {
                return digits;
            }
        }
        throw new NotAnExpression("a dot is not followed by a name");
    }

    private Expression primary() throws NotAnExpression {
        skipLines();
        if (at >= tokens.size()) {
            throw new NotAnExpression("an expression ends too early");
        }
        return switch (tokens.get(at++)) {
            case Token.Digits(var digits) -> number(digits);
            case Token.Quoted(var raw) -> quoted(raw);
            case Token.Heredoc(var text) -> TemplateReader.parts(text, depth);
            case Token.Word(var word) -> word(word);
            case Token.Sign(var sign) ->
                switch (sign) {
                    case "(" -> parenthesized();
                    case "[" -> isWordPastLines("for") ? loop(false) : tuple();
                    case "{" -> isWordPastLines("for") ? loop(true) : object();
                    default -> throw new NotAnExpression("a sign stands where a value should");
                };
        };
    }

    private static Expression number(String digits) throws NotAnExpression {
        // A larger exponent makes a number of so many digits, which nobody wrote in good faith.
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (digits.length() > 100 || (exponent >= 0 && digits.length() - exponent > 4)) {
            throw new NotAnExpression("a number is longer than the guard reads");
        }
        return new Expression.Num(new BigDecimal(digits));
    }

    private Expression quoted(String raw) throws NotAnExpression {
        return Escapes.template(raw, depth);
    }

    private Expression word(String word) throws NotAnExpression {
        return switch (word) {
            case "true" -> new Expression.Truth(true);
            case "false" -> new Expression.Truth(false);
            case "null" -> new Expression.Null();
            default -> take("(") ? call(word) : function(word);
        };
    }

    /** A provider's own function, {@code provider::aws::arn_parse(…)}, begins like a name. */
    private Expression function(String word) throws NotAnExpression {
        var name = new StringBuilder(word);
        while (isAt(at, ":")
                && isAt(at + 1, ":")
                && at + 2 < tokens.size()
                && tokens.get(at + 2) instanceof Token.Word(var part)) {
            name.append("::").append(part);
            at += 3;
        }
        return name.length() > word.length() && take("(") ? call(name.toString()) : new Expression.Name(word);
    }

    private Expression call(String function) throws NotAnExpression {
        var arguments = new ArrayList<Expression>();
        boolean spread = false;
        skipLines();
        while (!take(")")) {
            arguments.add(expression());
            skipLines();
            if (take("...")) {
                spread = true;
                skipLines();
            }
            if (!is(")")) {
                demand(",");
            }
            skipLines();
        }
        return new Expression.Call(function, arguments, spread);
    }

    private Expression parenthesized() throws NotAnExpression {
        var inner = expression();
        skipLines();
        demand(")");
        return inner;
    }

    private Expression tuple() throws NotAnExpression {
        var items = new ArrayList<Expression>();
        skipLines();
        while (!take("]")) {
            items.add(expression());
            skipLines();
            if (!is("]")) {
                demand(",");
            }
            skipLines();
        }
        return new Expression.Tuple(items);
    }

    private Expression object() throws NotAnExpression {
        var entries = new ArrayList<Expression.Entry>();
        skipLines();
        while (!take("}")) {
            var key = key();
            if (!take("=")) {
                demand(":");
            }
            entries.add(new Expression.Entry(key, expression()));
            if (!is("}") && !take(",") && !is("\n")) {
                throw new NotAnExpression("an object's entries are not kept apart");
            }
            skipLines();
        }
        return new Expression.Obj(entries);
    }

    /** A bare word is its own name, in parentheses it would be a reference. */
    private Expression key() throws NotAnExpression {
        if (at < tokens.size()
                && tokens.get(at) instanceof Token.Word(var name)
                && (isAt(at + 1, "=") || isAt(at + 1, ":"))) {
            at++;
            return new Expression.Template(List.of(new Expression.Part.Characters(name)));
        }
        return expression();
    }

    private Expression loop(boolean keyed) throws NotAnExpression {
        skipLines();
        at++;
        var first = name();
        Optional<String> keyName = Optional.empty();
        var valueName = first;
        if (take(",")) {
            keyName = Optional.of(first);
            valueName = name();
        }
        if (!isWord("in")) {
            throw new NotAnExpression("a loop does not say over what");
        }
        at++;
        var of = expression();
        skipLines();
        demand(":");
        var value = expression();
        Optional<Expression> key = Optional.empty();
        boolean grouped = false;
        if (keyed) {
            skipLines();
            demand("=>");
            key = Optional.of(value);
            value = expression();
            skipLines();
            grouped = take("...");
        }
        skipLines();
        Optional<Expression> condition = Optional.empty();
        if (isWord("if")) {
            at++;
            condition = Optional.of(expression());
            skipLines();
        }
        demand(keyed ? "}" : "]");
        return new Expression.For(keyName, valueName, of, key, value, condition, grouped);
    }

    private String name() throws NotAnExpression {
        skipLines();
        if (at < tokens.size() && tokens.get(at++) instanceof Token.Word(var name)) {
            return name;
        }
        throw new NotAnExpression("a loop does not name what it goes over");
    }

    private Optional<String> sign() {
        return at < tokens.size() && tokens.get(at) instanceof Token.Sign(var sign)
                ? Optional.of(sign)
                : Optional.empty();
    }

    private boolean is(String sign) {
        return isAt(at, sign);
    }

    private boolean isAt(int index, String sign) {
        return index < tokens.size() && tokens.get(index).equals(new Token.Sign(sign));
    }

    private boolean isWord(String word) {
        return at < tokens.size() && tokens.get(at).equals(new Token.Word(word));
    }

    private boolean isWordPastLines(String word) {
        int next = at;
        while (next < tokens.size() && tokens.get(next).equals(LINE_END)) {
            next++;
        }
        // "for" may be an entry's name as well.
        return next + 1 < tokens.size()
                && tokens.get(next).equals(new Token.Word(word))
                && tokens.get(next + 1) instanceof Token.Word;
    }

    private boolean take(String sign) {
        // A line's end before these belongs to the expression that goes on.
        if ((sign.equals("?") || sign.equals(":")) && !is(sign)) {
            int before = at;
            skipLines();
            if (!is(sign)) {
                at = before;
                return false;
            }
        }
        if (is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private void demand(String sign) throws NotAnExpression {
        if (!take(sign)) {
            throw new NotAnExpression("\"" + sign + "\" is missing");
        }
    }

    private void skipLines() {
        while (at < tokens.size() && tokens.get(at).equals(LINE_END)) {
            at++;
        }
    }

    private void skipLinesBeforeOperator() {
        int next = at;
        while (next < tokens.size() && tokens.get(next).equals(LINE_END)) {
            next++;
        }
        if (next < tokens.size() && tokens.get(next) instanceof Token.Sign(var sign) && BINDING.containsKey(sign)) {
            at = next;
        }
    }
}
