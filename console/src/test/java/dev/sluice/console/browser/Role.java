package dev.sluice.console.browser;

/** What an element is to somebody who uses it, with the elements that are it. */
enum Role {
    BUTTON("button, [role=button], summary"),
    LINK("a[href]"),
    HEADING("h1, h2, h3, h4, [role=heading]"),
    FIELD("input:not([type=checkbox]):not([type=radio]):not([type=hidden]), select, textarea"),
    CHECKBOX("input[type=checkbox], [role=checkbox]"),
    CHOICE("input[type=radio], [role=radio], [role=tab]"),
    TABLE("table, [role=table], [role=grid]"),
    FIGURE("svg[role], figure, [role=img], [role=group]"),
    DIALOG("dialog[open], [role=dialog], [role=alertdialog]");

    private final String selector;

    Role(String selector) {
        this.selector = selector;
    }

    String selector() {
        return selector;
    }
}
