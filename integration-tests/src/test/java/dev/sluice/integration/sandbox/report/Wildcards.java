package dev.sluice.integration.sandbox.report;

import java.util.Locale;

/**
 * The comparison of what a policy lists with what was asked: a star stands for any characters, a question mark for one
 * (AWS, "IAM JSON policy elements: Action", "IAM JSON policy elements: Resource").
 */
final class Wildcards {

    private Wildcards() {}

    /** Whether an action is among those that a pattern means: there case says nothing. */
    static boolean action(String pattern, String action) {
        return matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    /** Whether a pattern means a resource, or, where it ends with {@code :*}, something of which it is the whole. */
    static boolean resource(String pattern, String arn) {
        return matches(pattern, arn) || (pattern.endsWith(":*") && matches(pattern, arn + ":"));
    }

    /** One pass with one step back to the last star: no pattern takes longer than the product of both lengths. */
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int star = -1;
        int resume = 0;
        int t = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
