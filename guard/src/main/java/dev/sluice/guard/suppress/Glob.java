package dev.sluice.guard.suppress;

/** A pattern in which {@code *} stands for any characters, none among them; every other character is itself. */
final class Glob {

    private Glob() {}

    /** Whether a text is one of a pattern's; never more than the product of their lengths in steps. */
    static boolean matches(String pattern, String text) {
        int at = 0;
        int next = 0;
        int star = -1;
        int from = 0;
        while (at < text.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                from = at;
            } else if (next < pattern.length() && pattern.charAt(next) == text.charAt(at)) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }
}
