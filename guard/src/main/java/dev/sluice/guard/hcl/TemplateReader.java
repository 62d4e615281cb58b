package dev.sluice.guard.hcl;

import java.util.List;

/**
 * Reads a text with <code>${…}</code> or <code>%{…}</code> in it, as every string of Terraform JSON is one.
 *
 * <p><code>$${</code> and <code>%%{</code> stand for the characters themselves.
 */
public final class TemplateReader {

    private TemplateReader() {}

    /**
     * A template whose characters are what they are, with no escapes: JSON has undone them already.
     *
     * @throws NotAnExpression where what is between the braces is none
     */
    public static Expression read(String text) throws NotAnExpression {
        return parts(text, 0);
    }

    static Expression parts(String text, int depth) throws NotAnExpression {
        if (text.indexOf("${") < 0 && text.indexOf("%{") < 0) {
            return new Expression.Template(List.of(new Expression.Part.Characters(text)));
        }
        var parts = new TemplateParts(depth);
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            if ((here == '$' || here == '%') && text.startsWith(here + "{", at + 1)) {
                parts.character(here);
                parts.character('{');
                at += 3;
            } else if ((here == '$' || here == '%') && text.startsWith("{", at + 1)) {
                int end = Nesting.end(text, at + 2);
                parts.sequence(here, text.substring(at + 2, end));
                at = end + 1;
            } else {
                parts.character(here);
                at++;
            }
        }
        return parts.template();
    }
}
