package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Value;

/**
 * One call to AWS.
 *
 * @param principal who calls
 * @param action what for: {@code sqs:SendMessage}
 * @param resource the ARN of what it is done with
 * @param context what else the request says
 */
public record Request(Principal principal, String action, Value.Text resource, Context context) {}
