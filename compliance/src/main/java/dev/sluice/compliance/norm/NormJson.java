package dev.sluice.compliance.norm;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.JsonText;
import java.util.TreeMap;

/**
 * A norm as a setting says it: {@code {"suffix": "dev", "tags": {"Project": "sluice", "Environment": "dev"}, "logDays": 30,
 * "deadLetterDays": 14, "recorder": "default"}}.
 */
public final class NormJson {

    /** What a Lambda function's environment may hold altogether (AWS, "Lambda quotas"). */
    private static final JsonDocument READER = JsonDocument.within(new JsonBounds(4 * 1024, 4));

    private NormJson() {}

    /**
     * What a text says.
     *
     * @throws IllegalArgumentException where it does not say all of it, by the name of what is missing
     */
    public static Norm read(String text) {
        var fields = Fields.parse(READER, text);
        return new Norm(
                fields.text("suffix"),
                fields.texts("tags"),
                days(fields, "logDays"),
                days(fields, "deadLetterDays"),
                fields.text("recorder"));
    }

    /** The text that says it. */
    public static String write(Norm norm) {
        return JsonText.object(json -> {
            json.writeStringField("suffix", norm.suffix());
            json.writeObjectFieldStart("tags");
            for (var tag : new TreeMap<>(norm.tags()).entrySet()) {
                json.writeStringField(tag.getKey(), tag.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("logDays", norm.logDays());
            json.writeNumberField("deadLetterDays", norm.deadLetterDays());
            json.writeStringField("recorder", norm.recorder());
        });
    }

    private static int days(Fields fields, String name) {
        var days = fields.integer(name);
        if (days < 1 || days > 3_653) {
            throw new IllegalArgumentException("'" + name + "' is 1 to 3653 days, not " + days);
        }
        return (int) days;
    }
}
