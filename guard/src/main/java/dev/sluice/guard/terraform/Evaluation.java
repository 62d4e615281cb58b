package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.hcl.Expression;
import dev.sluice.guard.hcl.NotAnExpression;
import dev.sluice.guard.hcl.TemplateReader;
import dev.sluice.guard.json.Json;
import dev.sluice.guard.terraform.function.Functions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Works an expression out as far as it can be without a deploy. */
final class Evaluation {

    /** More than any list or map of an infrastructure: what doubles itself ends here. */
    static final int LARGEST = 20_000;

    /** Reading so many characters takes as long as a step. */
    private static final int CHARACTERS_A_STEP = 32;

    private final Surroundings surroundings;
    private final Effort effort;

    Evaluation(Surroundings surroundings, Effort effort) {
        this.surroundings = surroundings;
        this.effort = effort;
    }

    /** What references lead to. */
    interface Surroundings {

        /** What a reference yields that begins with a name which is not one of {@link Names}. */
        Value follow(String root, List<Step> steps);

        /** What a file holds that is named in an expression. */
        Optional<String> file(String path);
    }

    /** A value in JSON notation, whose texts are templates. */
    Value of(Json json, Names names) {
        return switch (json) {
            case Json.Str(var text, var ignored) -> template(text, names);
            case Json.Num(var number, var ignored) -> new Value.Num(number);
            case Json.Bool(var truth, var ignored) -> new Value.Truth(truth);
            case Json.Null ignored -> Value.absent();
            case Json.Arr(var items, var ignored) ->
                written(() -> new Value.Items(
                        items.stream().map(item -> of(item, names)).toList()));
            case Json.Obj object -> written(() -> object(object, names));
        };
    }

    private Value written(Supplier<Value> work) {
        if (!effort.entersWritten()) {
            return Value.unknown();
        }
        try {
            return work.get();
        } finally {
            effort.leave();
        }
    }

    /** Whether there are steps left for something that is made more than once of what was written once. */
    boolean affords(long steps) {
        return effort.takes(steps);
    }

    private Value inside(Supplier<Value> work) {
        if (!effort.enters()) {
            return Value.unknown();
        }
        try {
            return work.get();
        } finally {
            effort.leave();
        }
    }

    private Value object(Json.Obj object, Names names) {
        var fields = new LinkedHashMap<String, Value>();
        var made = new LinkedHashMap<String, Value>();
        for (var member : object.members()) {
            if (member.name().equals("//")) {
                continue;
            }
            if (DynamicBlocks.are(member)) {
                made.putAll(DynamicBlocks.of(member.value(), names, this));
            } else {
                fields.put(key(member.name(), names), of(member.value(), names));
            }
        }
        made.forEach((name, blocks) -> fields.merge(name, blocks, DynamicBlocks::both));
        return new Value.Fields(fields);
    }

    private String key(String name, Names names) {
        return name.contains("${") ? new Value.Text(Texts.pieces(template(name, names))).toString() : name;
    }

    /** A text as Terraform's JSON has it. */
    Value template(String text, Names names) {
        if (text.indexOf("${") < 0 && text.indexOf("%{") < 0) {
            return Value.text(text);
        }
        if (!effort.takes(text.length() / CHARACTERS_A_STEP)) {
            return Value.unknown();
        }
        try {
            return of(TemplateReader.read(text), names);
        } catch (NotAnExpression unreadable) {
            return Value.unknown();
        }
    }

    /** An expression. */
    Value of(Expression expression, Names names) {
        return inside(() -> {
            var value = worked(expression, names);
            // What is only referred to is part of what was made before.
            return switch (expression) {
                case Expression.Name ignored -> value;
                case Expression.Member ignored -> value;
                case Expression.Index ignored -> value;
                case Expression.Element ignored -> value;
                default -> effort.bounded(value);
            };
        });
    }

    private Value worked(Expression expression, Names names) {
        return switch (expression) {
            case Expression.Num(var number) -> new Value.Num(number);
            case Expression.Truth(var truth) -> new Value.Truth(truth);
            case Expression.Null ignored -> Value.absent();
            case Expression.Template(var parts) -> template(parts, names);
            case Expression.Tuple(var items) ->
                new Value.Items(items.stream().map(item -> of(item, names)).toList());
            case Expression.Obj(var entries) -> entries(entries, names);
            case Expression.Name(var name) -> reference(name, List.of(), names);
            case Expression.Member member -> steps(member, names);
            case Expression.Index index -> steps(index, names);
            case Expression.Element ignored -> names.get("*").orElseGet(Value::unknown);
            case Expression.Splat(var of, var each) -> splat(of(of, names), each, names);
            case Expression.Call call -> call(call, names);
            case Expression.Unary(var operator, var operand) -> unary(operator, of(operand, names));
            case Expression.Binary binary -> binary(binary, names);
            case Expression.Choice choice -> choice(choice, names);
            case Expression.For loop -> Loops.of(loop, names, this);
        };
    }

    private Value template(List<Expression.Part> parts, Names names) {
        var values = parts.stream().map(part -> part(part, names)).toList();
        return values.size() == 1 ? values.getFirst() : Texts.joined(values);
    }

    private Value part(Expression.Part part, Names names) {
        return switch (part) {
            case Expression.Part.Characters(var text) -> Value.text(text);
            case Expression.Part.Interpolated(var inner) -> of(inner, names);
        };
    }

    private Value entries(List<Expression.Entry> entries, Names names) {
        var fields = new LinkedHashMap<String, Value>();
        for (var entry : entries) {
            var key = of(entry.key(), names);
            if (!(key instanceof Value.Text) && key.asText().isEmpty()) {
                return Value.unknown(
                        entries.stream().map(each -> of(each.value(), names)).toArray(Value[]::new));
            }
            fields.put(
                    key.asText().orElseGet(() -> new Value.Text(Texts.pieces(key)).toString()),
                    of(entry.value(), names));
        }
        return new Value.Fields(fields);
    }

    /** A chain of steps is followed from its first name on: what a step means depends on where it starts. */
    private Value steps(Expression last, Names names) {
        var steps = new ArrayList<Step>();
        var here = last;
        while (true) {
            switch (here) {
                case Expression.Member(var of, var name) -> {
                    steps.addFirst(new Step.Dot(name));
                    here = of;
                }
                case Expression.Index(var of, var key) -> {
                    steps.addFirst(new Step.Key(of(key, names)));
                    here = of;
                }
                case Expression.Name(var name) -> {
                    return reference(name, steps, names);
                }
                default -> {
                    return walk(of(here, names), steps);
                }
            }
        }
    }

    private Value reference(String root, List<Step> steps, Names names) {
        return names.get(root)
                .map(value -> walk(value, steps))
                .orElseGet(() -> surroundings.follow(root, List.copyOf(steps)));
    }

    static Value walk(Value from, List<Step> steps) {
        var here = from;
        for (var step : steps) {
            here = step.from(here);
        }
        return here;
    }

    private Value splat(Value of, Expression each, Names names) {
        return switch (of) {
            case Value.Items(var values) ->
                new Value.Items(values.stream()
                        .map(value -> of(each, names.with("*", value)))
                        .toList());
            case Value.Absent ignored -> new Value.Items(List.of());
            case Value.Unknown unknown -> unknown;
            // What a resource's own attribute holds may be a list; a resource stands alone.
            case Value.Text text
            when text.symbol().filter(symbol -> !symbol.attribute().isEmpty()).isPresent() -> Value.unknown(text);
            default -> new Value.Items(List.of(of(each, names.with("*", of))));
        };
    }

    private Value call(Expression.Call call, Names names) {
        return switch (call.function()) {
            case "try" -> firstThatIs(call.arguments(), names);
            case "can" -> {
                var value = call.arguments().isEmpty()
                        ? Value.absent()
                        : of(call.arguments().getFirst(), names);
                yield value.isOpen() ? Value.unknown(value) : new Value.Truth(!value.isAbsent());
            }
            case "file" ->
                path(call, names)
                        .flatMap(surroundings::file)
                        .<Value>map(Value::text)
                        .orElseGet(Value::unknown);
            case "templatefile" -> templateFile(call, names);
            default -> {
                var arguments = new ArrayList<Value>();
                call.arguments().forEach(argument -> arguments.add(of(argument, names)));
                if (call.spread() && !arguments.isEmpty()) {
                    var last = arguments.removeLast();
                    if (!(last instanceof Value.Items(var values))) {
                        arguments.add(last);
                        yield Value.unknown(arguments.toArray(Value[]::new));
                    }
                    arguments.addAll(values);
                }
                yield effort.takes(cost(arguments))
                        ? small(Functions.call(call.function(), arguments), arguments)
                        : Value.unknown();
            }
        };
    }

    /** What a function goes through, in steps. */
    private static long cost(List<Value> arguments) {
        long cost = 0;
        for (var argument : arguments) {
            cost += switch (argument) {
                case Value.Text(var pieces) -> {
                    long length = pieces.size();
                    for (var piece : pieces) {
                        length += piece instanceof Piece.Literal(var text) ? text.length() : 0;
                    }
                    yield length / CHARACTERS_A_STEP;
                }
                case Value.Items(var values) -> values.size();
                case Value.Fields(var values) -> values.size();
                case Value.Unknown(var from) -> from.size();
                case Value.Absent ignored -> 0;
                case Value.Num ignored -> 0;
                case Value.Truth ignored -> 0;
            };
        }
        return cost;
    }

    private static Value small(Value result, List<Value> arguments) {
        boolean large = switch (result) {
            case Value.Items(var values) -> values.size() > LARGEST;
            case Value.Fields(var values) -> values.size() > LARGEST;
            default -> false;
        };
        return large ? Value.unknown(arguments.toArray(Value[]::new)) : result;
    }

    private Value firstThatIs(List<Expression> arguments, Names names) {
        for (var argument : arguments) {
            var value = of(argument, names);
            // What is written as null is null, and what cannot be reached is tried no further.
            if (!value.isAbsent() || argument instanceof Expression.Null) {
                return value;
            }
        }
        return Value.absent();
    }

    private Optional<String> path(Expression.Call call, Names names) {
        return call.arguments().isEmpty()
                ? Optional.empty()
                : of(call.arguments().getFirst(), names).asText();
    }

    private Value templateFile(Expression.Call call, Names names) {
        var given = call.arguments().size() < 2
                ? Value.absent()
                : of(call.arguments().get(1), names);
        var text = path(call, names).flatMap(surroundings::file);
        if (text.isEmpty() || !(given instanceof Value.Fields(var values))) {
            return Value.unknown(given);
        }
        return template(text.get(), new Names(values));
    }

    private static Value unary(char operator, Value operand) {
        if (operator == '!') {
            return operand.asTruth()
                    .<Value>map(truth -> new Value.Truth(!truth))
                    .orElseGet(() -> Value.unknown(operand));
        }
        return operand.asNumber()
                .<Value>map(number -> new Value.Num(number.negate()))
                .orElseGet(() -> Value.unknown(operand));
    }

    private Value binary(Expression.Binary binary, Names names) {
        var left = of(binary.left(), names);
        var known = left.asTruth();
        if (binary.operator().equals("&&") && known.isPresent() && !known.get()) {
            return new Value.Truth(false);
        }
        if (binary.operator().equals("||") && known.isPresent() && known.get()) {
            return new Value.Truth(true);
        }
        var right = of(binary.right(), names);
        return switch (binary.operator()) {
            case "&&", "||" -> logical(binary.operator(), left, right);
            case "==" -> equal(left, right).<Value>map(Value.Truth::new).orElseGet(() -> Value.unknown(left, right));
            case "!=" ->
                equal(left, right)
                        .<Value>map(same -> new Value.Truth(!same))
                        .orElseGet(() -> Value.unknown(left, right));
            default -> arithmetic(binary.operator(), left, right);
        };
    }

    private static Value logical(String operator, Value left, Value right) {
        boolean settles = operator.equals("||");
        if (right.asTruth().equals(Optional.of(settles))) {
            return new Value.Truth(settles);
        }
        return left.asTruth().isPresent() && right.asTruth().isPresent()
                ? new Value.Truth(!settles)
                : Value.unknown(left, right);
    }

    private static Optional<Boolean> equal(Value left, Value right) {
        if (left.equals(right)) {
            return left.isCertain() ? Optional.of(true) : Optional.empty();
        }
        if ((left.isFilled() && isNothing(right)) || (right.isFilled() && isNothing(left))) {
            return Optional.of(false);
        }
        if (left.isOpen() || right.isOpen()) {
            return Optional.empty();
        }
        if (left.isAbsent() || right.isAbsent()) {
            return Optional.of(false);
        }
        if (!left.isKnown() || !right.isKnown()) {
            return Optional.empty();
        }
        var one = left.asNumber();
        var other = right.asNumber();
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(one.get().compareTo(other.get()) == 0);
        }
        return Optional.of(left.asText().isPresent() && left.asText().equals(right.asText()));
    }

    private static boolean isNothing(Value value) {
        return value.isAbsent() || value.asText().filter(String::isEmpty).isPresent();
    }

    private static Value arithmetic(String operator, Value left, Value right) {
        var one = left.asNumber();
        var other = right.asNumber();
        if (one.isEmpty() || other.isEmpty()) {
            return Value.unknown(left, right);
        }
        var a = one.get();
        var b = other.get();
        boolean divides = operator.equals("/") || operator.equals("%");
        if (divides && b.signum() == 0) {
            return Value.absent();
        }
        try {
            return calculated(operator, a, b);
        } catch (ArithmeticException outOfReach) {
            return Value.unknown(left, right);
        }
    }

    /** Fails where a result has more digits than are counted with. */
    private static Value calculated(String operator, BigDecimal a, BigDecimal b) {
        return switch (operator) {
            case "+" -> Value.number(a.add(b, MathContext.DECIMAL128));
            case "-" -> Value.number(a.subtract(b, MathContext.DECIMAL128));
            case "*" -> Value.number(a.multiply(b, MathContext.DECIMAL128));
            case "/" -> Value.number(a.divide(b, MathContext.DECIMAL128));
            case "%" -> Value.number(a.remainder(b, MathContext.DECIMAL128));
            case "<" -> new Value.Truth(a.compareTo(b) < 0);
            case ">" -> new Value.Truth(a.compareTo(b) > 0);
            case "<=" -> new Value.Truth(a.compareTo(b) <= 0);
            case ">=" -> new Value.Truth(a.compareTo(b) >= 0);
            default -> Value.unknown();
        };
    }

    private Value choice(Expression.Choice choice, Names names) {
        var condition = of(choice.condition(), names);
        var settled = condition.asTruth();
        if (settled.isPresent()) {
            return of(settled.get() ? choice.then() : choice.otherwise(), names);
        }
        var then = of(choice.then(), names);
        var otherwise = of(choice.otherwise(), names);
        return then.equals(otherwise) ? then : Value.unknown(condition, then, otherwise);
    }

    /** For what needs the surroundings of an expression beside its value. */
    Map<String, Value> members(Json.Obj object, Names names) {
        var all = new LinkedHashMap<String, Value>();
        object(object, names).members().forEach((name, value) -> all.put(name, effort.bounded(value)));
        return all;
    }
}
