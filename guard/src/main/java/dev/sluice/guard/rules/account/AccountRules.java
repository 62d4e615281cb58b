package dev.sluice.guard.rules.account;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class AccountRules {

    public static final List<Rule> ALL = List.of(
            new SingletonCreated(),
            new HardCodedPlace(),
            new MissingTags(),
            new MissingOutputs(),
            new RepeatedBlocks());

    private AccountRules() {}
}
