package dev.sluice.guard.terraform.function;

import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Functions of lists and sets. */
final class ListFunctions {

    private static final int MOST = 20_000;
    private static final BigDecimal LARGEST_INDEX = BigDecimal.valueOf(MOST);

    static final Map<String, Function<List<Value>, Value>> ALL = Map.ofEntries(
            Map.entry("concat", ListFunctions::concat),
            Map.entry("flatten", ListFunctions::flatten),
            Map.entry("compact", ListFunctions::compact),
            Map.entry("distinct", arguments -> one(arguments, ListFunctions::distinct)),
            Map.entry("toset", arguments -> one(arguments, ListFunctions::distinct)),
            Map.entry("tolist", arguments -> one(arguments, Value.Items::new)),
            Map.entry("reverse", arguments -> one(arguments, values -> new Value.Items(values.reversed()))),
            Map.entry("sort", ListFunctions::sort),
            Map.entry(
                    "setunion",
                    arguments -> concat(arguments) instanceof Value.Items(var values)
                            ? distinct(values)
                            : Functions.open(arguments)),
            Map.entry("setsubtract", ListFunctions::subtract),
            Map.entry("element", ListFunctions::element),
            Map.entry("slice", ListFunctions::slice),
            Map.entry("one", ListFunctions::only),
            Map.entry("length", ListFunctions::length),
            Map.entry("contains", ListFunctions::contains),
            Map.entry("coalesce", ListFunctions::firstSaid),
            Map.entry("coalescelist", ListFunctions::firstFilled),
            Map.entry("alltrue", arguments -> truths(arguments, false)),
            Map.entry("anytrue", arguments -> truths(arguments, true)),
            Map.entry("range", ListFunctions::range));

    private ListFunctions() {}

    private static Value one(List<Value> arguments, Function<List<Value>, Value> function) {
        return arguments.size() == 1 && arguments.getFirst() instanceof Value.Items(var values)
                ? function.apply(values)
                : Functions.open(arguments);
    }

    private static Value concat(List<Value> arguments) {
        var all = new ArrayList<Value>();
        for (var list : arguments) {
            if (!(list instanceof Value.Items(var values)) || all.size() + values.size() > MOST) {
                return Functions.open(arguments);
            }
            all.addAll(values);
        }
        return new Value.Items(all);
    }

    private static Value flatten(List<Value> arguments) {
        var all = new ArrayList<Value>();
        return arguments.size() == 1
                        && arguments.getFirst() instanceof Value.Items(var values)
                        && flattened(values, all)
                ? new Value.Items(all)
                : Functions.open(arguments);
    }

    private static boolean flattened(List<Value> values, List<Value> into) {
        for (var value : values) {
            boolean fits = switch (value) {
                case Value.Items(var inner) -> flattened(inner, into);
                case Value.Unknown ignored -> false;
                default -> into.add(value);
            };
            if (!fits || into.size() > MOST) {
                return false;
            }
        }
        return true;
    }

    private static Value compact(List<Value> arguments) {
        return one(
                arguments,
                values -> values.stream().anyMatch(value -> value.isOpen() && !value.isFilled())
                        ? Functions.open(arguments)
                        : new Value.Items(values.stream()
                                .filter(value ->
                                        !value.isAbsent() && !value.asText().equals(Optional.of("")))
                                .toList()));
    }

    private static Value distinct(List<Value> values) {
        return new Value.Items(List.copyOf(new LinkedHashSet<>(values)));
    }

    private static Value sort(List<Value> arguments) {
        return one(
                arguments,
                values -> values.stream().allMatch(value -> value.asText().isPresent())
                        ? new Value.Items(values.stream()
                                .map(value -> value.asText().orElse(""))
                                .sorted()
                                .<Value>map(Value::text)
                                .toList())
                        : Functions.open(arguments));
    }

    private static Value subtract(List<Value> arguments) {
        if (arguments.size() != 2
                || !(arguments.getFirst() instanceof Value.Items(var values))
                || !(arguments.getLast() instanceof Value.Items(var less))
                || !arguments.getFirst().isKnown()
                || !arguments.getLast().isKnown()) {
            return Functions.open(arguments);
        }
        return distinct(values.stream().filter(value -> !less.contains(value)).toList());
    }

    private static Value element(List<Value> arguments) {
        if (arguments.size() == 2 && arguments.getFirst() instanceof Value.Items(var values) && !values.isEmpty()) {
            var index = arguments.getLast().asNumber();
            if (index.isPresent()) {
                return index.get().scale() > 0
                        ? Functions.open(arguments)
                        : values.get(index.get()
                                .toBigInteger()
                                .mod(BigInteger.valueOf(values.size()))
                                .intValue());
            }
        }
        return Functions.open(arguments);
    }

    private static Value slice(List<Value> arguments) {
        if (arguments.size() == 3 && arguments.getFirst() instanceof Value.Items(var values)) {
            int from = index(arguments.get(1));
            int to = index(arguments.get(2));
            if (from >= 0 && from <= to && to <= values.size()) {
                return new Value.Items(values.subList(from, to));
            }
        }
        return Functions.open(arguments);
    }

    /** An index, or one that nothing has. */
    private static int index(Value value) {
        return value.asNumber()
                .filter(number -> number.signum() >= 0 && number.scale() <= 0 && number.compareTo(LARGEST_INDEX) <= 0)
                .map(Number::intValue)
                .orElse(-1);
    }

    private static Value only(List<Value> arguments) {
        return one(arguments, values -> switch (values.size()) {
            case 0 -> Value.absent();
            case 1 -> values.getFirst();
            default -> Functions.open(arguments);
        });
    }

    private static Value length(List<Value> arguments) {
        if (arguments.size() != 1) {
            return Functions.open(arguments);
        }
        return switch (arguments.getFirst()) {
            case Value.Items(var values) -> Value.number(values.size());
            case Value.Fields(var values) -> Value.number(values.size());
            case Value.Text text ->
                text.literal()
                        .<Value>map(known -> Value.number(known.codePointCount(0, known.length())))
                        .orElseGet(() -> Functions.open(arguments));
            default -> Functions.open(arguments);
        };
    }

    private static Value contains(List<Value> arguments) {
        if (arguments.size() != 2 || !(arguments.getFirst() instanceof Value.Items(var values))) {
            return Functions.open(arguments);
        }
        var wanted = arguments.getLast();
        if (!wanted.isOpen() && values.contains(wanted)) {
            return new Value.Truth(true);
        }
        return arguments.getFirst().isKnown() && wanted.isKnown() ? new Value.Truth(false) : Functions.open(arguments);
    }

    private static Value firstSaid(List<Value> arguments) {
        for (var value : arguments) {
            if (value instanceof Value.Unknown) {
                return Functions.open(arguments);
            }
            // Where it is a reference to a variable nobody set it may be empty; what a resource yields is not.
            if (!value.isAbsent() && !value.asText().equals(Optional.of(""))) {
                return value;
            }
        }
        return Value.absent();
    }

    private static Value firstFilled(List<Value> arguments) {
        for (var value : arguments) {
            if (!(value instanceof Value.Items(var values))) {
                return Functions.open(arguments);
            }
            if (!values.isEmpty()) {
                return value;
            }
        }
        return Value.absent();
    }

    private static Value truths(List<Value> arguments, boolean settles) {
        return one(arguments, values -> {
            if (values.stream().anyMatch(value -> value.asTruth().equals(Optional.of(settles)))) {
                return new Value.Truth(settles);
            }
            return values.stream().allMatch(value -> value.asTruth().isPresent())
                    ? new Value.Truth(!settles)
                    : Functions.open(arguments);
        });
    }

    /** One number is where it ends; a second is where it starts, before it; a third is the step. */
    private static Value range(List<Value> arguments) {
        var numbers =
                arguments.stream().flatMap(value -> value.asNumber().stream()).toList();
        if (numbers.size() != arguments.size() || numbers.isEmpty() || numbers.size() > 3) {
            return Functions.open(arguments);
        }
        var from = numbers.size() == 1 ? BigDecimal.ZERO : numbers.getFirst();
        var to = numbers.size() == 1 ? numbers.getFirst() : numbers.get(1);
        int way = Integer.signum(to.compareTo(from));
        var step = numbers.size() == 3 ? numbers.get(2) : BigDecimal.valueOf(way);
        if (way == 0) {
            return new Value.Items(List.of());
        }
        // Away from its end it would never come there.
        if (step.signum() != way
                || to.subtract(from).abs().compareTo(step.abs().multiply(BigDecimal.valueOf(MOST))) > 0) {
            return Functions.open(arguments);
        }
        var all = new ArrayList<Value>();
        for (var number = from; Integer.signum(number.compareTo(to)) == -way; number = number.add(step)) {
            all.add(Value.number(number));
        }
        return new Value.Items(all);
    }
}
