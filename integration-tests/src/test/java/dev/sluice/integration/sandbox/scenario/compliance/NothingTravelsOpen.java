package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.scenario.Scenario;
import java.util.Map;

/** Reports tell where an environment is weak. */
public final class NothingTravelsOpen implements Scenario {

    private static final String RIGHT = "s3:PutObject";

    @Override
    public String name() {
        return "no report travels over an open line";
    }

    @Override
    public String shows() {
        return "Who may write reports may do so by TLS alone: over an open line the bucket's policy denies it.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var judge = sandbox.emulation().orElseThrow().judge();
        var scanner = sandbox.output("function_name_scanner");
        var report = "arn:aws:s3:::" + sandbox.output("bucket_name_reports") + "/latest.json";

        assertThat(judge.role(scanner, RIGHT, report, Map.of()).allowed())
                .as("by TLS")
                .isTrue();
        assertThat(judge.role(scanner, RIGHT, report, Map.of("aws:SecureTransport", "false"))
                        .allowed())
                .as(RIGHT + " over an open line")
                .isFalse();
    }
}
