package dev.sluice.guard.rules.sqs;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class SqsRules {

    public static final List<Rule> ALL =
            List.of(new VisibilityUnderTimeout(), new ShortDeadLetterRetention(), new DeadLettersFromAnyQueue());

    private SqsRules() {}
}
