package dev.sluice.guard.hcl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An expression of HCL's native syntax.
 *
 * @see <a href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md">HCL Native Syntax Specification</a>
 */
public sealed interface Expression {

    /** A number as it is written. */
    record Num(BigDecimal value) implements Expression {}

    /** True or false. */
    record Truth(boolean value) implements Expression {}

    /** The word null. */
    record Null() implements Expression {}

    /** A text in quotes or a heredoc, with what is interpolated. */
    record Template(List<Part> parts) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** A bare word: the beginning of a reference, such as <code>var</code> or <code>aws_sqs_queue</code>. */
    record Name(String name) implements Expression {}

    /** A step with a dot: <code>of.name</code>; also <code>of.0</code>. */
    record Member(Expression of, String name) implements Expression {}

    /** A step in brackets: <code>of[key]</code>. */
    record Index(Expression of, Expression key) implements Expression {}

    /**
     * The same steps for each element: <code>of[*].name</code>, <code>of.*.name</code>.
     *
     * @param each the steps, with {@link Element} where they begin
     */
    record Splat(Expression of, Expression each) implements Expression {}

    /** The element a splat is at. */
    record Element() implements Expression {}

    /**
     * A function's call.
     *
     * @param spread whether the last argument is a list of arguments (<code>…</code>)
     */
    record Call(String function, List<Expression> arguments, boolean spread) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A tuple: <code>[a, b]</code>. */
    record Tuple(List<Expression> items) implements Expression {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /** An object: <code>{ a = b }</code>. */
    record Obj(List<Entry> entries) implements Expression {
        public Obj {
            entries = List.copyOf(entries);
        }
    }

    /** One entry of an object. */
    record Entry(Expression key, Expression value) {}

    /** What stands before one operand: <code>!</code> or <code>-</code>. */
    record Unary(char operator, Expression operand) implements Expression {}

    /** What stands between two operands. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** <code>condition ? then : otherwise</code>. */
    record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {}

    /**
     * <code>[for k, v in of : value if condition]</code>, or with braces, where each value has a key.
     *
     * @param keyName what the key or index is called; empty where it is not asked for
     * @param valueName what the value is called
     * @param key what its key is; empty for a tuple
     * @param grouped whether values with the same key are gathered
     */
    record For(
            Optional<String> keyName,
            String valueName,
            Expression of,
            Optional<Expression> key,
            Expression value,
            Optional<Expression> condition,
            boolean grouped)
            implements Expression {}

    /** A part of a template. Directives are expressions too: <code>%{ if }</code> is a choice, <code>%{ for }</code> a loop. */
    sealed interface Part {

        /** Characters. */
        record Characters(String text) implements Part {}

        /** <code>${expression}</code>. */
        record Interpolated(Expression expression) implements Part {}
    }
}
