package dev.sluice.guard.rules.sns;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class SnsRules {

    public static final List<Rule> ALL = List.of(new SubscriptionWithoutRedrive());

    private SnsRules() {}
}
