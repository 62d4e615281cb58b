package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import dev.sluice.cli.preflight.Version;
import java.util.Optional;

/** CDKTF's command line, which deploys. */
final class CdktfCheck implements Check {

    private static final Remedy INSTALL = Remedy.of("Install the pinned one into the repository:", "npm ci");

    @Override
    public String what() {
        return "CDKTF";
    }

    @Override
    public String wanted() {
        return "the command line that package.json pins";
    }

    @Override
    public Finding look(Subject subject) {
        return switch (subject.machine().cdktf()) {
            case Answer.Unknown<Optional<Version>> unknown -> cannotTell(unknown);
            case Answer.Known<Optional<Version>>(var version) ->
                version.map(found -> pinned(subject, found))
                        .orElseGet(() -> stop("not installed in the repository", INSTALL));
        };
    }

    private Finding pinned(Subject subject, Version found) {
        return switch (subject.machine().pinnedCdktf()) {
            case Answer.Unknown<Version> unknown -> cannotTell(unknown);
            case Answer.Known<Version>(var pinned) ->
                found.equals(pinned)
                        ? fine(found.toString())
                        : warning(found + " is installed, " + pinned + " is pinned", INSTALL);
        };
    }
}
