package dev.sluice.cli.preflight;

import java.util.Optional;

/** The way to an account, with the credentials that a deploy would use. */
public interface Cloud {

    /** The account, as it is in one region. */
    Account account(String region);

    /** The region of the profile that is in use, if it names one. */
    Optional<String> profileRegion();
}
