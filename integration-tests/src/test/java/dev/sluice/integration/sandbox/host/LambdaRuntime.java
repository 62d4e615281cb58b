package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a function runs on. */
sealed interface LambdaRuntime permits ManagedRuntime, OwnRuntime {

    /** The one that it was deployed for. */
    static LambdaRuntime of(DeployedFunction function) {
        return function.runtime().equals(OwnRuntime.NAME) ? new OwnRuntime() : ManagedRuntime.of(function);
    }

    /**
     * What is started for a function.
     *
     * @param task the folder of its unpacked archive, where it is started
     * @param scratch an empty folder of the process's own, as {@code /tmp} is there
     */
    List<String> command(DeployedFunction function, Path task, Path scratch) throws IOException;

    /** What a process finds in its environment beside what Lambda sets. */
    Map<String, String> variables();
}
