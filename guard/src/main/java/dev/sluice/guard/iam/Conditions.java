package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Whether a request meets a condition (AWS, "IAM JSON policy elements: Condition operators", and "Set operators for
 * multivalued context keys").
 *
 * <p>Dates, addresses and bytes are not compared: no request of a configuration knows them.
 */
final class Conditions {

    private static final String IF_EXISTS = "ifexists";
    private static final String EVERY = "forallvalues:";
    private static final String SOME = "foranyvalue:";

    private final Arns arns;

    Conditions(Arns arns) {
        this.arns = arns;
    }

    /** Whether a request meets all of a statement's conditions. */
    Told all(Statement statement, Context context, boolean variables) {
        var told = Told.YES;
        for (var condition : statement.conditions()) {
            told = told.and(() -> one(condition, context, variables));
        }
        return told;
    }

    Told one(Condition condition, Context context, boolean variables) {
        var operator = condition.operator().toLowerCase(Locale.ROOT);
        boolean ifExists = operator.endsWith(IF_EXISTS);
        operator = ifExists ? operator.substring(0, operator.length() - IF_EXISTS.length()) : operator;
        boolean every = operator.startsWith(EVERY);
        boolean some = operator.startsWith(SOME);
        operator = every || some ? operator.substring(operator.indexOf(':') + 1) : operator;
        if (operator.equals("null")) {
            return absence(condition, context);
        }
        boolean negated = operator.contains("not");
        if (context.lacks(condition.key())) {
            return Told.of(ifExists || every || (negated && !some));
        }
        var found = context.values(condition.key());
        if (found.isEmpty()) {
            return Told.CANNOT_TELL;
        }
        var values = found.get();
        if (!every && !some && values.size() != 1) {
            // What AWS does with several values and no set operator it does not say.
            return Told.CANNOT_TELL;
        }
        var positive = operator.replace("not", "");
        var all = Told.YES;
        var any = Told.NO;
        for (var value : values) {
            var fits = fits(condition, positive, value, context, variables);
            fits = negated ? fits.not() : fits;
            all = all.and(fits);
            any = any.or(fits);
        }
        return some ? any : all;
    }

    private static Told absence(Condition condition, Context context) {
        if (condition.values().size() != 1 || !condition.whole()) {
            return Told.CANNOT_TELL;
        }
        var wanted = condition.values().getFirst().asTruth();
        var lacks = context.lacks(condition.key())
                ? Told.YES
                : context.values(condition.key()).isPresent() ? Told.NO : Told.CANNOT_TELL;
        return wanted.map(absent -> absent ? lacks : lacks.not()).orElse(Told.CANNOT_TELL);
    }

    private Told fits(Condition condition, String operator, Value.Text value, Context context, boolean variables) {
        var told = condition.whole() ? Told.NO : Told.CANNOT_TELL;
        for (var wanted : condition.values()) {
            told = told.or(() -> Variables.filled(wanted, context, variables)
                    .map(pattern -> compare(operator, pattern, value))
                    .orElse(Told.NO));
        }
        return told;
    }

    private Told compare(String operator, Value.Text wanted, Value.Text found) {
        return switch (operator) {
            case "stringequals" -> arns.matches(wanted, found, Glob.Mode.EXACT);
            case "stringequalsignorecase", "bool" -> arns.matches(wanted, found, Glob.Mode.EXACT_ANY_CASE);
            case "stringlike" -> arns.matches(wanted, found, Glob.Mode.TEXT);
            case "arnequals", "arnlike" -> arns.matches(wanted, found, Glob.Mode.ARN);
            case "numericequals" -> number(wanted, found, order -> order == 0);
            case "numericlessthan" -> number(wanted, found, order -> order < 0);
            case "numericlessthanequals" -> number(wanted, found, order -> order <= 0);
            case "numericgreaterthan" -> number(wanted, found, order -> order > 0);
            case "numericgreaterthanequals" -> number(wanted, found, order -> order >= 0);
            default -> Told.CANNOT_TELL;
        };
    }

    private static Told number(Value.Text wanted, Value.Text found, IntPredicate holds) {
        Optional<BigDecimal> right = wanted.asNumber();
        Optional<BigDecimal> left = found.asNumber();
        return left.isPresent() && right.isPresent()
                ? Told.of(holds.test(left.get().compareTo(right.get())))
                : Told.CANNOT_TELL;
    }

    /** What a condition waits for that nobody here knows, for a sentence. */
    static String unknowns(List<Condition> conditions, Context context) {
        return conditions.stream()
                .map(Condition::key)
                .filter(key -> !context.lacks(key))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
