package dev.sluice.infra.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a function is ready before its first event. */
public sealed interface Start {

    /** As Lambda starts any function. */
    record Cold() implements Start {}

    /** From a snapshot that Lambda took of the published version. */
    record SnapStart() implements Start {}

    /**
     * Kept warm on its alias, and paid for whether called or not.
     *
     * @param executions how many events are taken at once without a start
     */
    record Provisioned(int executions) implements Start {}

    /** As it is written in the settings. */
    Form<Start> FORM = new Form<>(
            "\"cold\", \"snapstart\", or \"provisioned:N\" with N from 1 to 1000", Start::read, Start::written);

    private static Optional<Start> read(JsonNode json) {
        if (!json.isTextual()) {
            return Optional.empty();
        }
        return switch (json.textValue()) {
            case "cold" -> Optional.of(new Cold());
            case "snapstart" -> Optional.of(new SnapStart());
            default -> {
                var provisioned =
                        Pattern.compile("provisioned:([1-9][0-9]{0,2}|1000)").matcher(json.textValue());
                yield provisioned.matches()
                        ? Optional.of(new Provisioned(Integer.parseInt(provisioned.group(1))))
                        : Optional.empty();
            }
        };
    }

    private static String written(Start start) {
        return switch (start) {
            case Cold ignored -> "\"cold\"";
            case SnapStart ignored -> "\"snapstart\"";
            case Provisioned p -> "\"provisioned:" + p.executions() + "\"";
        };
    }
}
