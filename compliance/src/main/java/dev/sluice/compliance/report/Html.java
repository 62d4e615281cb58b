package dev.sluice.compliance.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is well-formed XML too. What is said goes in as text and can be nothing else; an element that was opened
 * is closed, and in its order.
 *
 * <p>Attributes are names and values by turns.
 */
final class Html {

    /** Stands for a character that could not be seen, or that would steer its reader. */
    private static final char NOT_SHOWN = '\uFFFD';

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
        if (open.size() < 4) {
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

    /** An element that never holds anything: {@code meta}, a line of a drawing. */
    Html mark(String tag, String... attributes) {
        begin(tag, attributes).append(" />");
        return this;
    }

    /** A style sheet: nothing of it comes from what was seen. */
    Html style(String sheet) {
        written.append("<style>").append(sheet).append("</style>\n");
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

    /** The text with nothing in it that means something in HTML or in XML, or that turns other text around. */
    static String escaped(String said) {
        var safe = new StringBuilder(said.length() + 16);
        said.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\t', '\n' -> safe.append((char) character);
                default -> safe.appendCodePoint(isShown(character) ? character : NOT_SHOWN);
            }
        });
        return safe.toString();
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
