package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A runtime that the archive brings itself: Lambda starts what is called {@code bootstrap} there, and knows no more of it. */
record OwnRuntime() implements LambdaRuntime {

    static final String NAME = "provided.al2023";

    private static final String BOOTSTRAP = "bootstrap";

    @Override
    public List<String> command(DeployedFunction function, Path task, Path scratch) {
        var bootstrap = task.resolve(BOOTSTRAP);
        if (!Files.isExecutable(bootstrap)) {
            throw new IllegalStateException(function.name() + " was deployed for " + NAME
                    + ", but its archive holds no program called " + BOOTSTRAP);
        }
        return List.of(bootstrap.toString());
    }

    /** A cache that does not fit is an error here; in the cloud it only costs time. */
    @Override
    public Map<String, String> variables() {
        return Map.of("SLUICE_AOT_MODE", "on");
    }
}
