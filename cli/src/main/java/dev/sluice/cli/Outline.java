package dev.sluice.cli;

import dev.sluice.cli.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A JSON document as people read it: a line for each value, indented by depth, names as words. */
final class Outline {

    private static final int NAMES = 26;

    private Outline() {}

    static String of(Json document) {
        var lines = new ArrayList<String>();
        add(lines, 0, "", document);
        return String.join(System.lineSeparator(), lines);
    }

    private static void add(List<String> lines, int depth, String name, Json value) {
        switch (value) {
            case Json.Obj(var members) -> group(lines, depth, name, members);
            case Json.Arr(var items) -> {
                if (items.isEmpty()) {
                    line(lines, depth, name, "none");
                }
                for (var i = 0; i < items.size(); i++) {
                    add(lines, depth, name + " " + (i + 1), items.get(i));
                }
            }
            case Json.Null ignored -> line(lines, depth, name, "-");
            case Json.Bool(var flag) -> line(lines, depth, name, flag ? "yes" : "no");
            case Json.Str(var text) -> line(lines, depth, name, text);
            case Json.Num(var number) -> line(lines, depth, name, number.toPlainString());
        }
    }

    private static void group(List<String> lines, int depth, String name, Map<String, Json> members) {
        var inner = depth;
        if (!name.isEmpty()) {
            lines.add("  ".repeat(depth) + name);
            inner++;
        }
        for (var member : members.entrySet()) {
            add(lines, inner, words(member.getKey()), member.getValue());
        }
    }

    private static void line(List<String> lines, int depth, String name, String text) {
        var width = Math.max(NAMES - 2 * depth, 1);
        lines.add("  ".repeat(depth) + String.format(Locale.ROOT, "%-" + width + "s %s", name, printable(text)));
    }

    /** What a sender wrote must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** {@code merchantCategory} reads as {@code merchant category}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z][a-z])", " ").toLowerCase(Locale.ROOT);
    }
}
