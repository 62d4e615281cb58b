package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import dev.sluice.cli.stacks.Backend;
import java.nio.file.Path;

/** Where Terraform keeps what it deployed. */
final class StateCheck implements Check {

    @Override
    public String what() {
        return "Terraform's state";
    }

    @Override
    public String wanted() {
        return "one deploy at a time, and a state that whoever deploys can reach";
    }

    @Override
    public Finding look(Subject subject) {
        return switch (subject.stack().backend()) {
            case Backend.Local(var path) ->
                fine("a file on this machine, " + Path.of(path).getFileName()
                        + (subject.machine().holds(Path.of(path)) ? "" : ", not there yet")
                        + "; only from here can it be deployed again");
            case Backend.S3(var bucket, var key, var locked) ->
                locked
                        ? fine("s3://" + bucket + "/" + key + ", locked while it is in use")
                        : warning(
                                "s3://" + bucket + "/" + key + ", without a lock",
                                Remedy.of("Set use_lockfile in the stack's S3 backend: two deploys at the same time "
                                        + "would write over each other's state"));
            case Backend.Other(var type) -> fine("kept by Terraform's backend " + type + ", which is not looked at");
        };
    }
}
