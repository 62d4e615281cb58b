package dev.sluice.integration.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a deployed stack says of itself.
 *
 * @param json as {@code terraform output -json} writes it, an object with a {@code value} each, or {@code ./sluice outputs
 *     --json}, a text each
 */
record StackOutputs(JsonNode json) {

    private static final int ACCOUNT_IN_ARN = 4;

    /**
     * One of them.
     *
     * @throws IllegalStateException where there is none, or where it is kept secret
     */
    String text(String name) {
        var output = json.path(name);
        var value = output.isObject() ? output.path("value") : output;
        if (!value.isValueNode() || value.asText().equals("(sensitive)")) {
            throw new IllegalStateException("the stack's outputs do not tell " + name);
        }
        return value.asText();
    }

    /** The number of the account that it is in. */
    String account() {
        return text("topic_arn_alerts").split(":", -1)[ACCOUNT_IN_ARN];
    }
}
