package dev.sluice.guard.hcl;

import java.util.ArrayList;
import java.util.List;

/**
 * A text over several lines: <code>&lt;&lt;EOF</code>, its lines, and <code>EOF</code> in a line of its own.
 *
 * @param lines its lines
 * @param indented whether it begins with <code>&lt;&lt;-</code>: what space all lines begin with is not part of it
 * @param end the index behind its last marker
 */
record Heredoc(List<String> lines, boolean indented, int end) {

    /** The one that begins at an index. */
    static Heredoc at(String text, int at) throws NotAnExpression {
        int lineEnd = text.indexOf('\n', at);
        if (lineEnd < 0) {
            throw new NotAnExpression("a heredoc has no lines");
        }
        boolean indented = text.startsWith("<<-", at);
        var marker = text.substring(at + (indented ? 3 : 2), lineEnd).strip();
        var lines = new ArrayList<String>();
        int from = lineEnd + 1;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            var line = text.substring(from, end < 0 ? text.length() : end);
            if (line.strip().equals(marker)) {
                return new Heredoc(lines, indented, end < 0 ? text.length() : end);
            }
            if (end < 0) {
                break;
            }
            lines.add(line);
            from = end + 1;
        }
        throw new NotAnExpression("a heredoc is not closed");
    }

    /** What it says, each line with its end. */
    String text() {
        int indent = indented ? indent() : 0;
        var all = new StringBuilder();
        for (var line : lines) {
            all.append(line.isBlank() ? line : line.substring(indent)).append('\n');
        }
        return all.toString();
    }

    /** What space every line begins with; lines of nothing but space do not count. */
    private int indent() {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
    }
}
