package dev.sluice.infra;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a stack's settings decide against a rule of the guard, with the reason and the day it is looked at again. It lies
 * beside the stack, where the guard looks for it.
 */
public final class Exceptions {

    /** The name the guard looks for. */
    public static final String FILE = "guard-suppressions.json";

    /** Once a year somebody asks whether the reasons still hold; until then they do. */
    private static final String LOOKED_AT_AGAIN = "2027-11-01";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Exceptions() {}

    /** The file's text; its list is empty where the settings decide nothing of the kind. */
    public static String of(Settings settings) {
        var file = JSON.createObjectNode();
        var all = file.putArray("suppressions");
        if (!settings.get(Options.ACCESS_LOGS)) {
            all.add(
                    exception(
                            "apigateway-stage-without-access-log",
                            "aws_api_gateway_stage.api",
                            "The setting access_logs is false: an access log needs the account's log role, which a sandbox may not have."));
        }
        return file.toPrettyString() + "\n";
    }

    /** Writes the file beside a synthesized stack. */
    static void write(Path stack, Settings settings) throws IOException {
        Files.writeString(stack.resolve(FILE), of(settings));
    }

    private static ObjectNode exception(String rule, String resource, String reason) {
        return JSON.createObjectNode()
                .put("rule", rule)
                .put("resource", resource)
                .put("until", LOOKED_AT_AGAIN)
                .put("reason", reason);
    }
}
