package dev.sluice.infra.docs;

import java.util.ArrayList;
import java.util.List;

/** Tables and code as Markdown writes them. */
final class Markdown {

    private Markdown() {}

    /** A table; a header that ends with a colon is that of a column of numbers. */
    static String table(List<String> header, List<List<String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(row(header.stream().map(h -> h.replaceAll(":$", "")).toList()));
        lines.add(row(header.stream().map(h -> h.endsWith(":") ? "---:" : "---").toList()));
        rows.forEach(r -> lines.add(row(r)));
        lines.add("");
        return String.join("\n", lines);
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    private static String row(List<String> cells) {
        return "| "
                + String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()) + " |";
    }
}
