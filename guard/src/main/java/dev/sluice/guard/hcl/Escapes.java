package dev.sluice.guard.hcl;

/** Undoes the escapes of a text in quotes, outside its interpolations. */
final class Escapes {

    private Escapes() {}

    static Expression template(String raw, int depth) throws NotAnExpression {
        if (raw.indexOf('\\') < 0) {
            return TemplateReader.parts(raw, depth);
        }
        var parts = new TemplateParts(depth);
        int at = 0;
        while (at < raw.length()) {
            char here = raw.charAt(at);
            if (here == '\\' && at + 1 < raw.length()) {
                at = escaped(raw, at + 1, parts);
            } else if ((here == '$' || here == '%') && raw.startsWith(here + "{", at + 1)) {
                parts.character(here);
                parts.character('{');
                at += 3;
            } else if ((here == '$' || here == '%') && raw.startsWith("{", at + 1)) {
                int end = Nesting.end(raw, at + 2);
                parts.sequence(here, raw.substring(at + 2, end));
                at = end + 1;
            } else {
                parts.character(here);
                at++;
            }
        }
        return parts.template();
    }

    private static int escaped(String raw, int at, TemplateParts parts) throws NotAnExpression {
        char kind = raw.charAt(at);
        int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        if (digits > 0) {
            if (at + 1 + digits > raw.length()) {
                throw new NotAnExpression("an escape ends too early");
            }
            var written = raw.substring(at + 1, at + 1 + digits);
            boolean hex = written.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
            long point = hex ? Long.parseLong(written, 16) : -1;
            if (point < 0 || point > Character.MAX_CODE_POINT) {
                throw new NotAnExpression("an escape is no character");
            }
            parts.escaped((int) point);
            return at + 1 + digits;
        }
        parts.escaped(
                switch (kind) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> kind;
                });
        return at + 1;
    }
}
