package dev.sluice.integration.sandbox.report;

/** The parts of a table that all tables have. A heading that begins with {@code #} is one of numbers. */
final class Table {

    private Table() {}

    /** Begins a table; what follows are rows, and {@link #end}. */
    static void begin(Html html, String... headings) {
        html.open("div", "class", "scroll")
                .open("table", "class", "of" + headings.length)
                .open("thead")
                .open("tr");
        for (var heading : headings) {
            if (heading.startsWith("#")) {
                html.element("th", heading.substring(1), "class", "n", "scope", "col");
            } else {
                html.element("th", heading, "scope", "col");
            }
        }
        html.close().close().open("tbody");
    }

    /** Ends it. */
    static void end(Html html) {
        html.close().close().close();
    }

    /** A number's cell. */
    static void number(Html html, String said) {
        html.element("td", said, "class", "n");
    }

    /** A cell of something that has a name in code or in AWS. */
    static void code(Html html, String said) {
        html.open("td").element("code", said).close();
    }
}
