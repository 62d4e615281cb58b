package dev.sluice.integration.sandbox.scenario;

import java.util.List;

/** All scenarios, in the order in which they are run and read. */
public final class Scenarios {

    public static final List<Scenario> ALL = List.of(
            new PaymentGoesAllTheWay(),
            new AccountIsListed(),
            new SameAgainIsTakenOnce(),
            new OtherContentIsAConflict(),
            new OnlyWhatIsNewIsEnriched(),
            new WrongRequestsAreRefused(),
            new StrangersAreRefused(),
            new PoisonMessage(),
            new FailedCallsBecomeLetters(),
            new DeadLetterIsRedriven(),
            new PositionIsRedriven(),
            new UndeliverableIsKept(),
            new UnreachableTopicIs503(),
            new PassingFaultsAreRiddenOut(),
            new WhatIsGoneIsNamed(),
            new NothingLeaks(),
            new UploadedIsWhatRuns(),
            new ManyAtOnceAreThrottled());

    private Scenarios() {}
}
