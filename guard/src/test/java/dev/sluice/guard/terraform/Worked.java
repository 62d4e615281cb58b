package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Value;
import dev.sluice.guard.hcl.ExpressionReader;
import dev.sluice.guard.hcl.NotAnExpression;
import dev.sluice.guard.json.TextJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works expressions out where every name is a reference to something that only a deploy tells. */
final class Worked {

    private static final Map<String, String> FILES = Map.of(
            "hello.txt", "Hello, ${name}!\n",
            "plain.txt", "as it is",
            "circle.txt", "${templatefile(\"circle.txt\", {})}${templatefile(\"circle.txt\", {})}");

    private Worked() {}

    static Value value(String expression) {
        return value(expression, Names.NONE);
    }

    static Value value(String expression, Names names) {
        try {
            return evaluation().of(ExpressionReader.read(expression), names);
        } catch (NotAnExpression unreadable) {
            throw new AssertionError(expression + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** The value as JSON; what is unknown as a reference in quotes. */
    static String json(Value value) {
        return TextJson.write(value).toString();
    }

    static String json(String expression) {
        return json(value(expression));
    }

    static Evaluation evaluation() {
        return new Evaluation(
                new Evaluation.Surroundings() {
                    @Override
                    public Value follow(String root, List<Step> steps) {
                        return Evaluation.walk(Value.symbol(root, ""), steps);
                    }

                    @Override
                    public Optional<String> file(String path) {
                        return Optional.ofNullable(FILES.get(path));
                    }
                },
                new Effort());
    }
}
