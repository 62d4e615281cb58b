package dev.sluice.console.page;

import dev.sluice.domain.validation.Violation;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.problem.Problem;
import dev.sluice.local.http.PageAnswer;
import java.util.List;
import java.util.Map;

/** Answers in JSON, and refusals in the form of RFC 9457. Nothing keeps them: they tell what somebody paid whom. */
public final class Answers {

    private static final int USUAL_LENGTH = 4_096;

    private Answers() {}

    /** 200 with that object. */
    public static PageAnswer json(JsonText.Content content) {
        return json(200, content);
    }

    /** That object, with that status. */
    public static PageAnswer json(int status, JsonText.Content content) {
        return new PageAnswer.Whole(status, headers("application/json"), JsonText.bytes(USUAL_LENGTH, content));
    }

    /**
     * A refusal.
     *
     * @param detail what to do about it; never a value that was sent
     */
    public static PageAnswer problem(int status, String detail) {
        return problem(status, detail, List.of());
    }

    /** A refusal that names what is wrong. */
    public static PageAnswer problem(int status, String detail, List<Violation> errors) {
        return new PageAnswer.Whole(
                status, headers(Problem.MEDIA_TYPE), new Problem(status, detail, errors, "console").json());
    }

    private static Map<String, String> headers(String type) {
        return Map.of("content-type", type, "cache-control", "no-store");
    }
}
