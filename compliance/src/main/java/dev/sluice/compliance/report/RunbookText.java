package dev.sluice.compliance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the runbook says, on a page: of Markdown that is paragraphs, blocks of code, {@code code} and <b>bold</b>. Of a link
 * its words are left, since the pages that the runbook refers to are not beside a report.
 */
final class RunbookText {

    private static final String FENCE = "```";
    private static final Pattern INLINE =
            Pattern.compile("`(?<code>[^`]+)`|\\*\\*(?<bold>[^*]+)\\*\\*|\\[(?<label>[^\\]]+)\\]\\([^)]*\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\bSUFFIX\\b");

    private RunbookText() {}

    /**
     * Writes it.
     *
     * @param suffix the environment's, which the text has a word in capitals for
     */
    static void write(Html html, String markdown, String suffix) {
        var block = new ArrayList<String>();
        var isCode = false;
        for (var line : PLACEHOLDER
                .matcher(markdown)
                .replaceAll(Matcher.quoteReplacement(suffix))
                .lines()
                .toList()) {
            var isFence = line.startsWith(FENCE);
            if (isFence || (line.isBlank() && !isCode)) {
                end(html, block, isCode);
                isCode = isFence != isCode;
            } else {
                block.add(line);
            }
        }
        end(html, block, isCode);
    }

    private static void end(Html html, List<String> block, boolean isCode) {
        if (!block.isEmpty()) {
            if (isCode) {
                html.open("pre");
                block.forEach(line -> html.element("code", line));
                html.close();
            } else {
                html.open("p");
                paragraph(html, String.join(" ", block));
                html.close();
            }
        }
        block.clear();
    }

    private static void paragraph(Html html, String text) {
        var inline = INLINE.matcher(text);
        var from = 0;
        while (inline.find()) {
            html.text(text.substring(from, inline.start()));
            from = inline.end();
            if (inline.group("code") != null) {
                html.element("code", inline.group("code"));
            } else if (inline.group("bold") != null) {
                html.element("b", inline.group("bold"));
            } else {
                paragraph(html, inline.group("label"));
            }
        }
        html.text(text.substring(from));
    }
}
