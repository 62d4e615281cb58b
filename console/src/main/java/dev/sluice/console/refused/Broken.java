package dev.sluice.console.refused;

import dev.sluice.domain.submission.Written;
import dev.sluice.domain.validation.Violation;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.Parsed;
import dev.sluice.local.http.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule that a request broke.
 *
 * @param code the rule's; the name of the answer's status where the answer lists no rules
 * @param pointer of the field; empty where it was the whole request
 * @param sentence what the rule asks for
 * @param shape of the value that broke it, where there is one
 */
record Broken(String code, String pointer, String sentence, Optional<String> shape) {

    private static final int UNPROCESSABLE = 422;

    /** Codes and sentences are our own and far shorter; this only holds should one ever not be. */
    private static final int LONGEST_CODE = 64;

    private static final int LONGEST_SENTENCE = 300;

    private static final JsonDocument SENT = JsonDocument.within(JsonBounds.SENDER);
    private static final JsonDocument ANSWERED = JsonDocument.within(JsonBounds.EVENT);

    /** All that an answer says; one rule at least. */
    static List<Broken> in(Witness.Answered answered) {
        if (!(ANSWERED.read(answered.answer()) instanceof Parsed.Document answer)) {
            return List.of(new Broken("status_" + answered.status(), "", "", Optional.empty()));
        }
        var problem = new Fields(answer.root());
        var errors = errors(problem);
        if (errors.isEmpty()) {
            return List.of(new Broken(
                    problem.findText("title").map(Broken::snakeCase).orElse("status_" + answered.status()),
                    "",
                    cut(problem.findText("detail").orElse(""), LONGEST_SENTENCE),
                    Optional.empty()));
        }
        var sent = sent(answered);
        return errors.stream()
                .map(error -> new Broken(
                        cut(error.code(), LONGEST_CODE),
                        error.pointer(),
                        cut(error.sentence(), LONGEST_SENTENCE),
                        sent.flatMap(root -> Place.find(root, error.pointer())).map(Shape::of)))
                .toList();
    }

    private static List<Violation> errors(Fields problem) {
        if (problem.find("errors").isEmpty()) {
            return List.of();
        }
        var errors = new ArrayList<Violation>();
        for (var item : problem.listing("errors").items()) {
            if (item instanceof Written.Group group) {
                var error = new Fields(group);
                errors.add(new Violation(error.text("pointer"), error.text("code"), error.text("detail")));
            }
        }
        return errors;
    }

    private static Optional<Written> sent(Witness.Answered answered) {
        return answered.status() == UNPROCESSABLE && SENT.read(answered.sent()) instanceof Parsed.Document document
                ? Optional.of(document.root())
                : Optional.empty();
    }

    private static String snakeCase(String title) {
        return cut(title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"), LONGEST_CODE);
    }

    /** At most that long, an ellipsis included; never half of a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
