package dev.sluice.console.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether a browser can be had: see {@link InChromium}. */
final class ChromiumThere implements ExecutionCondition {

    private static final String WHY = "Chromium and chromedriver are not both on the PATH (on Debian: apt-get install"
            + " chromium chromium-driver): no page of the console was tried in a browser";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Program.CHROMIUM.found().isPresent() && Program.DRIVER.found().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new IllegalStateException(WHY);
        }
        tell();
        return ConditionEvaluationResult.disabled(WHY);
    }

    private static void tell() {
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "tests-partly-skipped.txt"), WHY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
