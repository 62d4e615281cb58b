package dev.sluice.guard.rules.cloudwatch;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class CloudWatchRules {

    public static final List<Rule> ALL = List.of(
            new CountClaimedAsRate(),
            new NothingWatches(),
            new DeadLettersUnwatched(),
            new AlarmWithoutAction(),
            new DeadLettersBreachWhenMissing(),
            new SilenceUnheard());

    private CloudWatchRules() {}
}
