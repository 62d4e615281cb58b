package dev.sluice.guard.rules.iam;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class IamRules {

    public static final List<Rule> ALL = List.of(new WildcardAction(), new WildcardResource(), new PublicPrincipal());

    private IamRules() {}
}
