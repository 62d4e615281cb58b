package dev.sluice.compliance.report;

import dev.sluice.guard.rule.Severity;

/** What stands before a word for those who see; a screen reader has the word alone. */
final class Signs {

    private Signs() {}

    static void write(Html html, Severity severity) {
        html.element("span", Words.sign(severity), "class", "sign " + Words.of(severity), "aria-hidden", "true");
    }

    /** The sign and the word. */
    static void withWord(Html html, Severity severity) {
        html.open("span", "class", "severity " + Words.of(severity));
        write(html, severity);
        html.text(" " + Words.of(severity)).close();
    }
}
