package dev.sluice.guard.rules.iam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The actions that can be allowed for one resource and not for others: {@code actions-with-resources.txt}. */
final class KnownActions {

    /** In small letters, as AWS compares them without regard to case. */
    private static final List<String> WITH_RESOURCES = load();

    private KnownActions() {}

    /** Whether one of them is an action that a pattern means, as {@code s3:Get*} means {@code s3:GetObject}. */
    static boolean any(String pattern) {
        var small = pattern.toLowerCase(Locale.ROOT);
        return WITH_RESOURCES.stream().anyMatch(action -> matches(small, action));
    }

    /** Goes back to the last star only, so that it takes no longer than the product of both lengths. */
    private static boolean matches(String pattern, String text) {
        int at = 0;
        int here = 0;
        int star = -1;
        int afterStar = 0;
        while (here < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                afterStar = here;
            } else if (at < pattern.length()
                    && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(here))) {
                at++;
                here++;
            } else if (star >= 0) {
                at = star + 1;
                here = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private static List<String> load() {
        try (var file = KnownActions.class.getResourceAsStream("actions-with-resources.txt")) {
            if (file == null) {
                throw new IllegalStateException("the guard comes without actions-with-resources.txt");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.toLowerCase(Locale.ROOT).split(" "))
                    .flatMap(words -> Arrays.stream(words).skip(1).map(action -> words[0] + ":" + action))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the list of actions that comes with the guard cannot be read", broken);
        }
    }
}
