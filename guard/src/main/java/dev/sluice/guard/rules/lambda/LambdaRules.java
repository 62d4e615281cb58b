package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.rule.Rule;
import java.util.List;

/** The rules of this package. */
public final class LambdaRules {

    public static final List<Rule> ALL = List.of(
            new TracedWithoutPermission(),
            new NotTraced(),
            new NoFailureTarget(),
            new FailureTargetWithoutPermission(),
            new ConfiguredWithoutPermission(),
            new SourceWithoutPermission(),
            new NotWaitingForItsPolicies(),
            new MayCreateLogGroups(),
            new NoLogRetention(),
            new LogGroupOfAnotherName(),
            new RuntimeBlocked(),
            new RuntimeDeprecated(),
            new RuntimeEndsSoon(),
            new ConcurrencyOverQuota(),
            new ProvisionedWithoutVersion(),
            new ProvisionedWithSnapStart(),
            new MoreMemoryThanNeeded(),
            new AliasBypassed(),
            new PermissionWithoutQualifier(),
            new PartialFailuresIgnored(),
            new StreamSourceUnbounded(),
            new PollersOutrunReservation(),
            new FeedsItself());

    private LambdaRules() {}
}
