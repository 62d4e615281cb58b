package dev.sluice.cli.scan;

import dev.sluice.compliance.live.LiveAccount;
import dev.sluice.compliance.norm.Norm;
import java.util.Optional;

/** The account that the credentials at hand are for. */
public interface AccountAtHand {

    /** What is deployed there of that environment. */
    LiveAccount in(String region, Norm norm);

    /** Why there are no credentials, as one sentence that says what to do; empty where there are. */
    Optional<String> withoutCredentials();

    /** The region that the profile at hand says. */
    Optional<String> profileRegion();
}
