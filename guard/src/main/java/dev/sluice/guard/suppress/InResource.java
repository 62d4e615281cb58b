package dev.sluice.guard.suppress;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Suppressions that a resource has with it: in a comment, {@code guard:ignore RULE until 2027-03-31: reason}, or in a
 * tag whose key is {@code guard:ignore:RULE} and whose value is {@code 2027-03-31 reason}.
 */
final class InResource {

    private static final String COMMENT = "guard:ignore";
    private static final String TAG = "guard:ignore:";
    private static final String HOW_IN_A_COMMENT = "it is written guard:ignore RULE until YEAR-MONTH-DAY: reason";
    private static final String HOW_IN_A_TAG = "its value is written YEAR-MONTH-DAY reason";

    private InResource() {}

    static List<Written> of(Resource resource, LocalDate today) {
        var all = new ArrayList<Written>();
        for (var comment : resource.comments()) {
            // A comment of several lines may hold several, one a line.
            comment.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(COMMENT))
                    .map(line -> comment(resource, line.substring(COMMENT.length()), today))
                    .forEach(all::add);
        }
        if (resource.at("tags") instanceof Value.Fields(var tags)) {
            tags.forEach((key, value) -> {
                if (key.startsWith(TAG)) {
                    all.add(tag(resource, key.substring(TAG.length()).strip(), value, today));
                }
            });
        }
        return List.copyOf(all);
    }

    private static Written comment(Resource resource, String rest, LocalDate today) {
        var source = Suppression.Source.COMMENT;
        int colon = rest.indexOf(':');
        var head = (colon < 0 ? rest : rest.substring(0, colon)).strip().split("\\s+", -1);
        var rule = head[0];
        if (colon < 0 || head.length != 3 || !head[1].equals("until")) {
            return new Written.Bad(source, rule, HOW_IN_A_COMMENT);
        }
        return written(resource, source, rule, head[2], rest.substring(colon + 1), HOW_IN_A_COMMENT, today);
    }

    private static Written tag(Resource resource, String rule, Value value, LocalDate today) {
        var parts = value.asText().orElse("").strip().split("\\s+", 2);
        return written(
                resource,
                Suppression.Source.TAG,
                rule,
                parts[0],
                parts.length == 2 ? parts[1] : "",
                HOW_IN_A_TAG,
                today);
    }

    private static Written written(
            Resource resource,
            Suppression.Source source,
            String rule,
            String date,
            String reason,
            String how,
            LocalDate today) {
        var until = Term.date(date);
        if (rule.isEmpty()) {
            return new Written.Bad(source, rule, "it names no rule; " + how);
        }
        if (until.isEmpty()) {
            return new Written.Bad(source, rule, "it has no date on which it ends; " + how);
        }
        if (reason.isBlank()) {
            return new Written.Bad(source, rule, "it has no reason; " + how);
        }
        var day = until.get();
        return Term.objection(day, today)
                .<Written>map(why -> new Written.Bad(source, rule, why))
                .orElseGet(() -> new Written.Good(
                        new Suppression(rule, resource.address(), day, reason.strip(), source, resource.place())));
    }
}
