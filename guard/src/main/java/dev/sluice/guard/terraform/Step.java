package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A step from a value into it. */
sealed interface Step {

    /** By a name behind a dot. */
    record Dot(String name) implements Step {}

    /** By a key in brackets. */
    record Key(Value key) implements Step {}

    /** Where a step leads; what is not there is absent. */
    default Value from(Value value) {
        return switch (value) {
            case Value.Fields(var values) ->
                text().map(name -> values.getOrDefault(name, Value.absent())).orElseGet(() -> Value.unknown(value));
            case Value.Items(var values) -> element(values, value);
            case Value.Text text -> text.symbol().map(this::further).orElseGet(Value::absent);
            case Value.Unknown unknown -> unknown;
            case Value.Absent absent -> absent;
            case Value.Num ignored -> Value.absent();
            case Value.Truth ignored -> Value.absent();
        };
    }

    private Value element(List<Value> values, Value whole) {
        var number = switch (this) {
            case Dot(var name) -> Value.text(name).asNumber();
            case Key(var key) -> key.asNumber();
        };
        if (number.isEmpty()) {
            return this instanceof Key(var key) && !key.isKnown() ? Value.unknown(whole, key) : Value.absent();
        }
        var index = number.get();
        return index.signum() >= 0 && index.scale() <= 0 && index.compareTo(BigDecimal.valueOf(values.size())) < 0
                ? values.get(index.intValue())
                : Value.absent();
    }

    private Value further(Reference reference) {
        return text().<Value>map(name -> Value.symbol(
                        reference.address(),
                        reference.attribute().isEmpty() ? name : reference.attribute() + "." + name))
                .orElseGet(() -> Value.unknown(Value.symbol(reference.address(), reference.attribute())));
    }

    private Optional<String> text() {
        return switch (this) {
            case Dot(var name) -> Optional.of(name);
            case Key(var key) -> key.asText();
        };
    }
}
