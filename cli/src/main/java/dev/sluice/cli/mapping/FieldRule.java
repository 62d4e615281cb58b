package dev.sluice.cli.mapping;

import java.util.List;
import java.util.Map;

/**
 * How one field is made.
 *
 * @param field its dotted name, such as {@code merchant.name}
 * @param remove texts taken out of the cell first, such as a currency sign
 * @param values what each text stands for; empty when the text stands for itself
 */
public record FieldRule(String field, Origin origin, List<String> remove, Map<String, String> values, Reading reading) {

    public FieldRule {
        remove = List.copyOf(remove);
        values = Map.copyOf(values);
    }

    /** The field's JSON Pointer in a transaction. */
    public String pointer() {
        return pointer(field);
    }

    /** The JSON Pointer of a dotted name; what follows {@code metadata.} is one key, dots and all. */
    static String pointer(String field) {
        if (field.startsWith("metadata.")) {
            var key = field.substring("metadata.".length());
            return "/metadata/" + key.replace("~", "~0").replace("/", "~1");
        }
        return "/" + field.replace('.', '/');
    }
}
