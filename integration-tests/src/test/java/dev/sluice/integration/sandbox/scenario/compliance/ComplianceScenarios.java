package dev.sluice.integration.sandbox.scenario.compliance;

import dev.sluice.integration.sandbox.scenario.Scenario;
import java.util.List;

/** All scenarios of what watches the pipeline, in the order in which they are run and read. */
public final class ComplianceScenarios {

    public static final List<Scenario> ALL = List.of(
            new NothingIsFoundInWhatIsWhole(),
            new WhatIsReadIsWhatWasDeployed(),
            new WhatIsBrokenIsFoundAndToldOnce(),
            new WhatIsSafeIsRepaired(),
            new WhatComesBackIsToldAgain(),
            new ADeniedListFailsTheScan(),
            new WhatIsNotReadIsNotResolved(),
            new UnreadableRequestsBecomeLetters(),
            new WhatIsNotScannedIsKept(),
            new NothingTravelsOpen(),
            new ScansTakeTurns());

    private ComplianceScenarios() {}
}
