package dev.sluice.infra.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.blueprint.Compliance;
import java.util.TreeMap;

/** How things are to be in an environment, as the scanner and the remediator are told. */
final class Norm {

    private Norm() {}

    /** The norm as JSON, its tags in order: the same settings make the same text. */
    static String of(Settings settings) {
        var norm = JsonNodeFactory.instance.objectNode().put("suffix", settings.suffix());
        var tags = norm.putObject("tags");
        new TreeMap<>(settings.tags()).forEach(tags::put);
        return norm.put("logDays", settings.get(Options.LOG_RETENTION))
                .put(
                        "deadLetterDays",
                        Compliance.SCANNER_DEAD_LETTERS.retention().toDays())
                .put("recorder", settings.get(Options.CONFIG_RECORDER))
                .toString();
    }
}
