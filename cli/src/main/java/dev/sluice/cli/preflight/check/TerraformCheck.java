package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import dev.sluice.cli.preflight.Version;
import dev.sluice.cli.stacks.Backend;
import java.util.Optional;

/** Terraform. */
final class TerraformCheck implements Check {

    private static final int MAJOR = 1;

    /** The first that locks a state in S3 by itself. */
    private static final int MINOR = 10;

    private static final Remedy INSTALL = Remedy.of("Install Terraform " + MAJOR + "." + MINOR
            + " or newer: https://developer.hashicorp.com/terraform/install");

    @Override
    public String what() {
        return "Terraform";
    }

    @Override
    public String wanted() {
        return MAJOR + "." + MINOR + " or newer";
    }

    @Override
    public Finding look(Subject subject) throws InterruptedException {
        return switch (subject.machine().terraform()) {
            case Answer.Unknown<Optional<Version>> unknown -> cannotTell(unknown);
            case Answer.Known<Optional<Version>>(var version) ->
                version.map(found -> aged(subject, found)).orElseGet(() -> stop("not on the PATH", INSTALL));
        };
    }

    /** An older one does not know a setting of the S3 backend, and deploys a stack whose state is elsewhere. */
    private Finding aged(Subject subject, Version found) {
        if (found.isAtLeast(MAJOR, MINOR)) {
            return fine(found.toString());
        }
        return subject.stack().backend() instanceof Backend.S3
                ? stop(found + ", which cannot lock a state in S3", INSTALL)
                : warning(found.toString(), INSTALL);
    }
}
