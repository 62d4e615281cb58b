package dev.sluice.guard.hcl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Gathers what a template consists of while it is read: characters, what is interpolated, and what directives hold.
 *
 * <p>A directive says what a choice or a loop says in an expression, and becomes one.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/strings">Strings and Templates</a>
 */
final class TemplateParts {

    /** Deeper than anybody writes, and shallow enough for what goes through it by calling itself. */
    private static final int DEEPEST = 100;

    private final int depth;
    private final Deque<Block> open = new ArrayDeque<>();
    private final StringBuilder run = new StringBuilder();
    private List<Expression.Part> parts = new ArrayList<>();
    private boolean strips;

    TemplateParts(int depth) {
        this.depth = depth;
    }

    /** A directive that has begun, and what stood before it. */
    private sealed interface Block {

        /** <code>%{ if }</code>, and what stands before its <code>%{ else }</code> once that has come. */
        record If(List<Expression.Part> before, Expression condition, Optional<Expression> then) implements Block {}

        /** <code>%{ for }</code>. */
        record For(List<Expression.Part> before, Optional<String> key, String name, Expression of) implements Block {}
    }

    void character(char character) {
        if (!strips || !Character.isWhitespace(character)) {
            strips = false;
            run.append(character);
        }
    }

    /** A character that an escape stands for. */
    void escaped(int point) {
        strips = false;
        run.appendCodePoint(point);
    }

    /** What stands between <code>${</code> or <code>%{</code> and its closing brace; a tilde takes the space beside it. */
    void sequence(char kind, String inner) throws NotAnExpression {
        if (inner.startsWith("~")) {
            run.setLength(run.toString().stripTrailing().length());
        }
        flush();
        int from = inner.startsWith("~") ? 1 : 0;
        strips = inner.endsWith("~") && inner.length() > from;
        var words = inner.substring(from, strips ? inner.length() - 1 : inner.length());
        if (kind == '$') {
            parts.add(new Expression.Part.Interpolated(ExpressionReader.read(words, depth + 1)));
        } else {
            directive(words.strip());
        }
    }

    Expression.Template template() throws NotAnExpression {
        if (!open.isEmpty()) {
            throw new NotAnExpression("a directive is not closed");
        }
        return gathered();
    }

    private void directive(String words) throws NotAnExpression {
        int in = words.indexOf(" in ");
        if (words.startsWith("if ")) {
            begin(new Block.If(parts, expression(words.substring(3)), Optional.empty()));
        } else if (words.startsWith("for ") && in > 3) {
            begin(loop(words.substring(4, in), expression(words.substring(in + 4))));
        } else if (words.equals("else")
                && open.peekLast() instanceof Block.If(var before, var condition, var then)
                && then.isEmpty()) {
            open.removeLast();
            begin(new Block.If(before, condition, Optional.of(gathered())));
        } else if (words.equals("endif") && open.peekLast() instanceof Block.If(var before, var condition, var then)) {
            var last = gathered();
            end(
                    before,
                    new Expression.Choice(
                            condition,
                            then.orElse(last),
                            then.isPresent() ? last : new Expression.Template(List.of())));
        } else if (words.equals("endfor")
                && open.peekLast() instanceof Block.For(var before, var key, var name, var of)) {
            var each = new Expression.For(key, name, of, Optional.empty(), gathered(), Optional.empty(), false);
            var nothing = new Expression.Template(List.of(new Expression.Part.Characters("")));
            end(before, new Expression.Call("join", List.of(nothing, each), false));
        } else {
            throw new NotAnExpression("a directive is none that templates have");
        }
    }

    private Expression expression(String text) throws NotAnExpression {
        return ExpressionReader.read(text, depth + open.size() + 1);
    }

    private Block loop(String names, Expression of) throws NotAnExpression {
        var each = names.split(",", -1);
        var last = each[each.length - 1].strip();
        var key = each.length == 2 ? Optional.of(each[0].strip()) : Optional.<String>empty();
        if (each.length > 2 || !isName(last) || !key.map(TemplateParts::isName).orElse(true)) {
            throw new NotAnExpression("a loop has no name for its elements");
        }
        return new Block.For(parts, key, last, of);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(at -> Character.isLetterOrDigit(at) || at == '_' || at == '-')
                && !Character.isDigit(text.charAt(0));
    }

    private void begin(Block block) throws NotAnExpression {
        if (depth + open.size() >= DEEPEST) {
            throw new NotAnExpression("directives are deeper than " + DEEPEST + " levels");
        }
        open.addLast(block);
        parts = new ArrayList<>();
    }

    private void end(List<Expression.Part> before, Expression made) {
        open.removeLast();
        parts = before;
        parts.add(new Expression.Part.Interpolated(made));
    }

    private Expression.Template gathered() {
        flush();
        return new Expression.Template(parts);
    }

    private void flush() {
        if (!run.isEmpty()) {
            parts.add(new Expression.Part.Characters(run.toString()));
            run.setLength(0);
        }
    }
}
