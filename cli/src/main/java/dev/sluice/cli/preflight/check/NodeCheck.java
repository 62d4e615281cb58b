package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import dev.sluice.cli.preflight.Version;
import java.util.Optional;

/** Node, which synthesis and CDKTF's command line run on. */
final class NodeCheck implements Check {

    private static final int OLDEST = 20;
    private static final Remedy INSTALL = Remedy.of("Install Node " + OLDEST + " or newer: https://nodejs.org");

    @Override
    public String what() {
        return "Node";
    }

    @Override
    public String wanted() {
        return OLDEST + " or newer";
    }

    @Override
    public Finding look(Subject subject) throws InterruptedException {
        return switch (subject.machine().node()) {
            case Answer.Unknown<Optional<Version>> unknown -> cannotTell(unknown);
            case Answer.Known<Optional<Version>>(var version) ->
                version.map(found ->
                                found.isAtLeast(OLDEST, 0) ? fine(found.toString()) : stop(found.toString(), INSTALL))
                        .orElseGet(() -> stop("not on the PATH", INSTALL));
        };
    }
}
