package dev.sluice.console.page;

import dev.sluice.local.http.PageAnswer;
import java.util.HashMap;
import java.util.Map;

/** What every answer of the console carries: a browser is to run our files alone, and to show them to nobody else. */
public final class Headers {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private static final Map<String, String> GUARDING = Map.of(
            "content-security-policy", POLICY,
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin");

    private Headers() {}

    /** That answer, guarded. */
    public static PageAnswer guarding(PageAnswer answer) {
        return with(answer, GUARDING);
    }

    /** That answer with one more header. */
    public static PageAnswer with(PageAnswer answer, String name, String value) {
        return with(answer, Map.of(name, value));
    }

    private static PageAnswer with(PageAnswer answer, Map<String, String> more) {
        var headers = new HashMap<>(answer.headers());
        headers.putAll(more);
        return switch (answer) {
            case PageAnswer.Whole whole -> new PageAnswer.Whole(whole.status(), headers, whole.body());
            case PageAnswer.Flowing flowing -> new PageAnswer.Flowing(flowing.status(), headers, flowing.flow());
        };
    }
}
