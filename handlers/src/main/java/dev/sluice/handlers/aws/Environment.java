package dev.sluice.handlers.aws;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Setting;
import dev.sluice.blueprint.Use;
import java.util.Map;

/**
 * What one deployed function reads from its environment: the names of what the blueprint says it uses, and nothing
 * else.
 */
public record Environment(Function function, Map<String, String> variables) {

    /** The deployed name, ARN or prefix of what the function uses in that way. */
    public String of(Use.Kind kind, Resource resource) {
        var use = function.use(kind, resource)
                .orElseThrow(() -> new IllegalStateException(
                        function.name() + " does not say in the blueprint that it " + kind + " " + resource.name()));
        return variable(use.environmentVariable());
    }

    /** What whoever deployed it told it. */
    public String of(Setting setting) {
        if (!function.isTold(setting)) {
            throw new IllegalStateException(function.name() + " does not say in the blueprint that it is told "
                    + setting.environmentVariable());
        }
        return variable(setting.environmentVariable());
    }

    private String variable(String name) {
        var value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "the environment variable " + name + " of the function " + function.name() + " is not set");
        }
        return value;
    }
}
