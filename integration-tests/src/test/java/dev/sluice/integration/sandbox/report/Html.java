package dev.sluice.integration.sandbox.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is well-formed XML too. What is said goes in as text and can be nothing else; an element that was opened
 * is closed, and in its order.
 *
 * <p>Attributes are names and values by turns.
 */
final class Html {

    private final StringBuilder written = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element. */
    Html open(String tag, String... attributes) {
        begin(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    Html close() {
        written.append("</").append(open.pop()).append('>');
        if (open.size() < 5) {
            written.append('\n');
        }
        return this;
    }

    /** Says something. */
    Html text(String said) {
        written.append(escaped(said));
        return this;
    }

    /** An element that says something. */
    Html element(String tag, String said, String... attributes) {
        return open(tag, attributes).text(said).close();
    }

    /** An element that never holds anything: {@code meta}, {@code br}, a line of a drawing. */
    Html mark(String tag, String... attributes) {
        begin(tag, attributes).append(" />");
        return this;
    }

    /** A style sheet: nothing of it comes from what was seen. */
    Html style(String sheet) {
        written.append("<style>\n").append(sheet).append("</style>\n");
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return written.toString();
    }

    private StringBuilder begin(String tag, String... attributes) {
        written.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            written.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        return written;
    }

    /** The text with nothing in it that means something in HTML or in XML, or that XML may not have. */
    static String escaped(String said) {
        var safe = new StringBuilder(said.length() + 16);
        said.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(character) ? character : '\uFFFD');
            }
        });
        return safe.toString();
    }

    /** Whether XML may have it (W3C, "Extensible Markup Language (XML) 1.0, Fifth Edition", Char). */
    static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= ' ' && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
