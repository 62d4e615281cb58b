package dev.sluice.integration.sandbox.authorize;

import java.util.Map;
import java.util.Optional;

/**
 * A right that an operation needs.
 *
 * @param action {@code sqs:SendMessage}
 * @param arn what it is done with
 * @param context what else the request says: condition keys with their values
 * @param service the service that needs it itself; empty where the caller does
 */
record Needed(String action, String arn, Map<String, String> context, Optional<String> service) {

    Needed {
        context = Map.copyOf(context);
    }

    static Needed of(String action, String arn) {
        return new Needed(action, arn, Map.of(), Optional.empty());
    }

    /** Whether it is for a key, and not for the thing itself. */
    boolean isOfKey() {
        return action.startsWith("kms:");
    }
}
