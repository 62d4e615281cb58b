package dev.sluice.cli.stacks;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a deployed stack says of itself, by name; without what is secret. */
public final class Outputs {

    /** Stands in the place of what is secret. */
    public static final Json SENSITIVE = new Json.Str("(sensitive)");

    private Outputs() {}

    /** Reads what {@code terraform output -json} prints. */
    public static Map<String, Json> of(String printed) throws StackMistake {
        Json document;
        try {
            document = JsonText.read(printed.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StackMistake("terraform printed outputs that are no JSON document");
        }
        var outputs = new LinkedHashMap<String, Json>();
        if (document instanceof Json.Obj(var members)) {
            // What does not say that it is not secret is.
            members.forEach((name, output) -> outputs.put(
                    name,
                    output.text("/sensitive").filter("false"::equals).isPresent()
                            ? output.at("/value").orElse(new Json.Null())
                            : SENSITIVE));
        }
        return outputs;
    }
}
