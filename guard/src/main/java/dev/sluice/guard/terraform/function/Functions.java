package dev.sluice.guard.terraform.function;

import dev.sluice.guard.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Terraform's functions by name. One that is not here, such as a hash, yields something unknown that is made of its
 * arguments.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/functions">Terraform: Built-in Functions</a>
 */
public final class Functions {

    private static final Map<String, Function<List<Value>, Value>> ALL = all();

    private Functions() {}

    /** What a function yields. */
    public static Value call(String name, List<Value> arguments) {
        // A provider's functions and core's own may be called by their full name.
        var function = ALL.get(name.startsWith("core::") ? name.substring("core::".length()) : name);
        return function == null ? open(arguments) : function.apply(arguments);
    }

    /** Something unknown that is made of these. */
    static Value open(List<Value> arguments) {
        return Value.unknown(arguments.toArray(Value[]::new));
    }

    private static Map<String, Function<List<Value>, Value>> all() {
        var all = new HashMap<String, Function<List<Value>, Value>>();
        all.putAll(TextFunctions.ALL);
        all.putAll(ListFunctions.ALL);
        all.putAll(MapFunctions.ALL);
        all.putAll(NumberFunctions.ALL);
        all.putAll(ConversionFunctions.ALL);
        return Map.copyOf(all);
    }
}
