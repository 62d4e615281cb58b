package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.integration.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The archives that this build made are the ones that run. */
public final class UploadedIsWhatRuns implements Scenario {

    private static final Path ARCHIVES = Path.of("..", "handlers", "target", "functions");

    @Override
    public String name() {
        return "what was built is what runs";
    }

    @Override
    public String shows() {
        return "The code that each function's alias leads to has the SHA-256 of the archive that the build made.";
    }

    @Override
    public void run(Sandbox sandbox) {
        for (var function : Pipeline.BLUEPRINT.functions()) {
            var deployed = sandbox.operator()
                    .lambda()
                    .getFunction(request -> request.functionName(sandbox.output("function_name_" + function.name()))
                            .qualifier("live"))
                    .configuration();
            assertThat(deployed.codeSha256()).as(function.name()).isEqualTo(hash(function.name()));
            assertThat(deployed.handler()).isEqualTo(function.handler());
            assertThat(deployed.version()).isNotEqualTo("$LATEST");
        }
    }

    private static String hash(String function) {
        try {
            var bytes = Files.readAllBytes(ARCHIVES.resolve(function + ".zip"));
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
