package dev.sluice.guard.suppress;

import dev.sluice.guard.json.FileMistake;
import dev.sluice.guard.json.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file of suppressions: <code>{"suppressions": [{"rule": …, "resource": …, "until": …, "reason": …}]}</code>. */
public final class SuppressionFile {

    /** What it is called where it lies in the folder that is checked. */
    public static final String NAME = "guard-suppressions.json";

    private SuppressionFile() {}

    /**
     * The suppressions of a file.
     *
     * @param file its name, for messages
     * @param text what is in it
     * @throws FileMistake where one has no reason, no date, a date too far away, or anything that is not known
     */
    public static List<Suppression> read(String file, String text, LocalDate today) throws FileMistake {
        var suppressions = new ArrayList<Suppression>();
        for (var row : Rows.read(file, text, "suppressions", Set.of("rule", "resource", "until", "reason"))) {
            var until = Term.date(row.get("until"))
                    .orElseThrow(() ->
                            new FileMistake(row.place(), "\"until\" is to be a date such as " + today.plusDays(90)));
            var objection = Term.objection(until, today);
            if (objection.isPresent()) {
                throw new FileMistake(row.place(), objection.get());
            }
            suppressions.add(new Suppression(
                    row.get("rule"),
                    row.get("resource"),
                    until,
                    row.get("reason"),
                    Suppression.Source.FILE,
                    row.place()));
        }
        return List.copyOf(suppressions);
    }
}
