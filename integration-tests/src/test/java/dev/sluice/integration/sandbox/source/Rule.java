package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one value has to be like (AWS, "Comparison operators for use in event patterns"). */
sealed interface Rule {

    /** Whether a value is like that; a missing node stands for a field that is not there. */
    boolean allows(JsonNode value);

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where it is written with an operator that is not known here
     */
    static Rule of(JsonNode written) {
        if (!written.isObject()) {
            return new Exactly(written);
        }
        var operator = written.properties().iterator().next();
        var operand = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> new Begins(folded(operand), folds(operand));
            case "suffix" -> new Ends(folded(operand), folds(operand));
            case "equals-ignore-case" -> new AnyCase(operand.asText());
            case "exists" -> new Exists(operand.asBoolean());
            case "numeric" -> Numeric.of(operand);
            case "anything-but" -> new AnythingBut(excluded(operand));
            default -> throw new IllegalArgumentException("no operator " + operator.getKey() + " is known here");
        };
    }

    /** {@code "a"}, {@code ["a", 1]}, {@code {"prefix": "a"}} and {@code {"prefix": ["a", "b"]}} all name what may not be. */
    private static List<Rule> excluded(JsonNode operand) {
        var rules = new ArrayList<Rule>();
        if (operand.isArray()) {
            operand.forEach(each -> rules.add(of(each)));
        } else if (operand.isObject() && operand.elements().next().isArray()) {
            var operator = operand.properties().iterator().next();
            operator.getValue().forEach(each -> rules.add(of(Json.object().set(operator.getKey(), each))));
        } else {
            rules.add(of(operand));
        }
        return List.copyOf(rules);
    }

    private static boolean folds(JsonNode operand) {
        return operand.isObject();
    }

    private static String folded(JsonNode operand) {
        return folds(operand) ? lower(operand.path("equals-ignore-case").asText()) : operand.asText();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String read(JsonNode value, boolean folds) {
        return folds ? lower(value.textValue()) : value.textValue();
    }

    /** This text, number, truth value or null. */
    record Exactly(JsonNode wanted) implements Rule {
        @Override
        public boolean allows(JsonNode value) {
            return (wanted.isNumber() && value.isNumber())
                    ? wanted.decimalValue().compareTo(value.decimalValue()) == 0
                    : wanted.equals(value);
        }
    }

    /** A text that begins so. */
    record Begins(String with, boolean folds) implements Rule {
        @Override
        public boolean allows(JsonNode value) {
            return value.isTextual() && read(value, folds).startsWith(with);
        }
    }

    /** A text that ends so. */
    record Ends(String with, boolean folds) implements Rule {
        @Override
        public boolean allows(JsonNode value) {
            return value.isTextual() && read(value, folds).endsWith(with);
        }
    }

    /** This text, in whatever case. */
    record AnyCase(String wanted) implements Rule {
        @Override
        public boolean allows(JsonNode value) {
            return value.isTextual() && value.textValue().equalsIgnoreCase(wanted);
        }
    }

    /** That it is there, or is not; an object counts as not there, since only leaves are looked at. */
    record Exists(boolean wanted) implements Rule {
        @Override
        public boolean allows(JsonNode value) {
            return (value.isValueNode() && !value.isMissingNode()) == wanted;
        }
    }

    /** Something that none of these rules allows. */
    record AnythingBut(List<Rule> excluded) implements Rule {
        @Override
        public boolean allows(JsonNode value) {
            return value.isValueNode()
                    && !value.isMissingNode()
                    && excluded.stream().noneMatch(rule -> rule.allows(value));
        }
    }

    /** A number for which all the comparisons hold. */
    record Numeric(List<Comparison> comparisons) implements Rule {

        static Numeric of(JsonNode operand) {
            var comparisons = new ArrayList<Comparison>();
            for (var i = 0; i + 1 < operand.size(); i += 2) {
                comparisons.add(new Comparison(
                        operand.get(i).asText(), operand.get(i + 1).decimalValue()));
            }
            return new Numeric(List.copyOf(comparisons));
        }

        @Override
        public boolean allows(JsonNode value) {
            return value.isNumber() && comparisons.stream().allMatch(each -> each.holds(value.decimalValue()));
        }
    }

    /** One comparison of a number. */
    record Comparison(String operator, BigDecimal bound) {
        boolean holds(BigDecimal number) {
            var compared = number.compareTo(bound);
            return switch (operator) {
                case "=" -> compared == 0;
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                case ">=" -> compared >= 0;
                default -> throw new IllegalArgumentException("no comparison " + operator + " is known here");
            };
        }
    }
}
