package dev.sluice.guard.hcl;

import java.util.ArrayList;
import java.util.List;

/** Splits an expression into its words and signs. */
final class Tokens {

    private static final String[] SIGNS = {
        "...", "=>", "==", "!=", "<=", ">=", "&&", "||", "(", ")", "[", "]", "{", "}", ",", ".", ":", "?", "=", "+",
        "-", "*", "/", "%", "<", ">", "!"
    };

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) throws NotAnExpression {
        var all = new Tokens(text);
        all.read();
        return List.copyOf(all.tokens);
    }

    private void read() throws NotAnExpression {
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == '\n') {
                tokens.add(new Token.Sign("\n"));
                at++;
            } else if (Character.isWhitespace(here)) {
                at++;
            } else if (here == '#' || text.startsWith("//", at)) {
                skipTo("\n", at, 0);
            } else if (text.startsWith("/*", at)) {
                skipTo("*/", at + 2, 2);
            } else if (here == '"') {
                quoted();
            } else if (text.startsWith("<<", at)) {
                heredoc();
            } else if (Character.isDigit(here)) {
                digits();
            } else if (Character.isUnicodeIdentifierStart(here) || here == '_') {
                word();
            } else {
                sign();
            }
        }
    }

    private void skipTo(String end, int from, int more) {
        int found = text.indexOf(end, from);
        at = found < 0 ? text.length() : found + more;
    }

    private void quoted() throws NotAnExpression {
        int from = at + 1;
        for (int end = from; end < text.length(); end++) {
            char here = text.charAt(end);
            if (here == '\\') {
                end++;
            } else if (here == '"') {
                tokens.add(new Token.Quoted(text.substring(from, end)));
                at = end + 1;
                return;
            } else if ((here == '$' || here == '%') && text.startsWith(here + "{", end + 1)) {
                end += 2;
            } else if ((here == '$' || here == '%') && text.startsWith("{", end + 1)) {
                end = Nesting.end(text, end + 2);
            }
        }
        throw new NotAnExpression("a text is not closed");
    }

    private void heredoc() throws NotAnExpression {
        var heredoc = Heredoc.at(text, at);
        tokens.add(new Token.Heredoc(heredoc.text()));
        at = heredoc.end();
    }

    private void digits() {
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        // A dot belongs to a number only where digits follow and no step came before: list.0.1 has no number of this
        // kind.
        boolean step = !tokens.isEmpty() && tokens.getLast().equals(new Token.Sign("."));
        if (!step && at + 1 < text.length() && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1))) {
            at++;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
                exponent++;
            }
            if (exponent < text.length() && Character.isDigit(text.charAt(exponent))) {
                at = exponent;
                while (at < text.length() && Character.isDigit(text.charAt(at))) {
                    at++;
                }
            }
        }
        tokens.add(new Token.Digits(text.substring(from, at)));
    }

    private void word() {
        int from = at;
        while (at < text.length() && (Character.isUnicodeIdentifierPart(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        tokens.add(new Token.Word(text.substring(from, at)));
    }

    private void sign() throws NotAnExpression {
        for (var sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                tokens.add(new Token.Sign(sign));
                at += sign.length();
                return;
            }
        }
        throw new NotAnExpression("a sign that no expression has");
    }
}
