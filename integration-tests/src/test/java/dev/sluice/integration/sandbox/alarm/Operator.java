package dev.sluice.integration.sandbox.alarm;

import java.util.Optional;

/** What stands between two operands in metric math. */
enum Operator {
    OR(0, "||", "OR"),
    AND(1, "&&", "AND"),
    EQUAL(2, "=="),
    NOT_EQUAL(2, "!="),
    AT_MOST(2, "<="),
    AT_LEAST(2, ">="),
    LESS(2, "<"),
    MORE(2, ">"),
    PLUS(3, "+"),
    MINUS(3, "-"),
    TIMES(4, "*"),
    OVER(4, "/"),
    POWER(6, "^");

    /** How close the minus binds that stands before one operand: closer than a product, less than a power. */
    static final int NEGATION = 5;

    private final int binding;
    private final String sign;
    private final String word;

    Operator(int binding, String sign) {
        this(binding, sign, sign);
    }

    Operator(int binding, String sign, String word) {
        this.binding = binding;
        this.sign = sign;
        this.word = word;
    }

    static Optional<Operator> of(String sign) {
        for (var each : values()) {
            if (each.sign.equals(sign) || each.word.equals(sign)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** How close it binds; what is closer is computed first. */
    int binding() {
        return binding;
    }

    Value apply(Value left, Value right) {
        return switch (left) {
            case Value.Scalar(var number) -> right.map(other -> of(number, other));
            case Value.Series series -> apply(series, right);
            case Value.Several(var all) -> {
                if (right instanceof Value.Several) {
                    throw new IllegalArgumentException("there is no " + sign + " of two arrays here");
                }
                yield new Value.Several(all.stream()
                        .map(each -> (Value.Series) apply(each, right))
                        .toList());
            }
        };
    }

    private Value apply(Value.Series left, Value right) {
        return switch (right) {
            case Value.Scalar(var number) -> left.map(each -> of(each, number));
            case Value.Series other -> left.with(other, this::of);
            case Value.Several(var all) ->
                new Value.Several(
                        all.stream().map(each -> left.with(each, this::of)).toList());
        };
    }

    private double of(double left, double right) {
        return switch (this) {
            case OR -> truth(left != 0 || right != 0);
            case AND -> truth(left != 0 && right != 0);
            case EQUAL -> truth(left == right);
            case NOT_EQUAL -> truth(left != right);
            case AT_MOST -> truth(left <= right);
            case AT_LEAST -> truth(left >= right);
            case LESS -> truth(left < right);
            case MORE -> truth(left > right);
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            // What would be divided by 0 is dropped, and NaN is what is dropped.
            case OVER -> right == 0 ? Double.NaN : left / right;
            case POWER -> Math.pow(left, right);
        };
    }

    private static double truth(boolean is) {
        return is ? 1 : 0;
    }
}
