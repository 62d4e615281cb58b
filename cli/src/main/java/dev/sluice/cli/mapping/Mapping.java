package dev.sluice.cli.mapping;

import dev.sluice.cli.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rows of a published file become transactions.
 *
 * @param attribution what the publisher's licence asks to be said
 * @param fields one rule for each field that is made, in the order of the mapping file
 */
public record Mapping(String name, String attribution, Source source, TypeRule type, List<FieldRule> fields) {

    public Mapping {
        fields = List.copyOf(fields);
    }

    /**
     * The transaction that a row describes.
     *
     * @param id the transaction's id, where no field is mapped to it
     */
    public Json.Obj transaction(String id, Cells cells) throws UnreadableCell {
        var made = new LinkedHashMap<String, String>();
        made.put("id", id);
        made.put("type", type(cells));
        for (var rule : fields) {
            CellReader.read(rule, cells).ifPresent(text -> made.put(rule.field(), text));
        }
        refuseOpposedSigns(cells);
        return nested(made);
    }

    private String type(Cells cells) throws UnreadableCell {
        return switch (type) {
            case TypeRule.BySign(var whenNegative, var otherwise) ->
                signum("amount", cells) < 0 ? whenNegative : otherwise;
            case TypeRule.FromField(var rule) ->
                CellReader.read(rule, cells)
                        .orElseThrow(() -> new UnreadableCell(
                                "/type", rule.origin().described() + " is empty, so the row has no type"));
        };
    }

    /** Both sides of a transaction go the same way; dropping signs must not hide where they do not. */
    private void refuseOpposedSigns(Cells cells) throws UnreadableCell {
        if (signum("amount", cells) * signum("billingAmount", cells) < 0) {
            throw new UnreadableCell("/billingAmount", "the amount and the billed amount have opposite signs");
        }
    }

    private int signum(String field, Cells cells) throws UnreadableCell {
        for (var rule : fields) {
            if (rule.field().equals(field)) {
                return CellReader.number(rule, cells).map(n -> n.signum()).orElse(0);
            }
        }
        return 0;
    }

    private static Json.Obj nested(Map<String, String> made) {
        var members = new LinkedHashMap<String, Json>();
        var groups = new LinkedHashMap<String, Map<String, Json>>();
        made.forEach((field, text) -> {
            var dot = field.indexOf('.');
            if (dot < 0) {
                members.put(field, new Json.Str(text));
            } else {
                groups.computeIfAbsent(field.substring(0, dot), name -> new LinkedHashMap<>())
                        .put(field.substring(dot + 1), new Json.Str(text));
            }
        });
        groups.forEach((name, group) -> members.put(name, new Json.Obj(group)));
        return new Json.Obj(members);
    }
}
