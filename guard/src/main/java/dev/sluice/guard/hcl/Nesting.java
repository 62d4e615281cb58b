package dev.sluice.guard.hcl;

/** Finds where an interpolation ends: its own closing brace, not one of an object, a text or a comment in it. */
final class Nesting {

    private Nesting() {}

    /** The index of the brace that closes what was opened just before an index. */
    static int end(String text, int from) throws NotAnExpression {
        // One mark for each thing that is open, innermost last: a brace of code, a text, or an interpolation in a text.
        var open = new StringBuilder("{");
        int at = from;
        while (at < text.length()) {
            if (open.charAt(open.length() - 1) == '"') {
                at = inText(text, at, open);
                continue;
            }
            char here = text.charAt(at);
            if (here == '#' || text.startsWith("//", at)) {
                at = behind(text, "\n", at);
            } else if (text.startsWith("/*", at)) {
                at = behind(text, "*/", at + 2);
            } else if (text.startsWith("<<", at)) {
                at = Heredoc.at(text, at).end();
            } else {
                if (here == '"' || here == '{') {
                    open.append(here);
                } else if (here == '}') {
                    open.setLength(open.length() - 1);
                    if (open.isEmpty()) {
                        return at;
                    }
                }
                at++;
            }
        }
        throw new NotAnExpression("an interpolation is not closed");
    }

    private static int inText(String text, int at, StringBuilder open) {
        char here = text.charAt(at);
        if (here == '\\') {
            return at + 2;
        }
        if (here == '"') {
            open.setLength(open.length() - 1);
        } else if ((here == '$' || here == '%') && text.startsWith(here + "{", at + 1)) {
            return at + 3;
        } else if ((here == '$' || here == '%') && text.startsWith("{", at + 1)) {
            open.append('{');
            return at + 2;
        }
        return at + 1;
    }

    private static int behind(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
