package dev.sluice.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.stacks.Stacks;
import dev.sluice.cli.tools.Surroundings;
import dev.sluice.guard.json.FileMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerSettingsTest {

    private static final String STACK = "sluice-compliance-dev";
    private static final Path SYNTHESIZED = Path.of("src", "test", "resources", "stacks", STACK + ".tf.json");
    private static final Path SETTINGS = Path.of("..", "docs", "settings.md");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @TempDir
    private Path root;

    private ScannerSettings settings() throws IOException, FileMistake {
        return ScannerSettings.of(Stacks.of(new Surroundings(root, Map.of())), "dev", TODAY);
    }

    private void synthesized(String text) throws IOException {
        var folder = Files.createDirectories(root.resolve("cdktf.out/stacks").resolve(STACK));
        Files.writeString(folder.resolve("cdk.tf.json"), text);
    }

    @Test
    void areWhatTheSynthesizedStackTellsItsScanner() throws IOException, FileMistake {
        synthesized(Files.readString(SYNTHESIZED));
        var settings = settings();

        assertThat(settings.norm().tags())
                .containsOnly(
                        Map.entry("Project", "sluice"),
                        Map.entry("Environment", "dev"),
                        Map.entry("ManagedBy", "cdktf"),
                        Map.entry("CostCenter", "sluice"));
        assertThat(settings.norm().logDays()).isEqualTo(30);
        assertThat(settings.norm().deadLetterDays()).isEqualTo(14);
        assertThat(settings.norm().alarms())
                .containsExactly(
                        Set.of("sluice-api-errors-dev", "sluice-processor-dlq-letters-dev"),
                        Set.of("sluice-scanner-errors-dev"));
        assertThat(settings.suppressions())
                .singleElement()
                .satisfies(one -> assertThat(one.rule()).isEqualTo("apigateway-stage-without-access-log"));
    }

    @Test
    void withoutTheStackAreWhatIsSoInEveryEnvironment() throws IOException, FileMistake {
        var norm = settings().norm();

        assertThat(norm.tags()).containsOnly(Map.entry("Project", "sluice"), Map.entry("Environment", "dev"));
        assertThat(norm.alarms()).isEmpty();
        assertThat(settings().suppressions()).isEmpty();
        var days = "`" + norm.logDays() + "`";
        assertThat(SETTINGS).content().containsPattern("`log_retention_days` \\|[^|]*\\| " + days + " \\| " + days);
    }

    @Test
    void aMistakeInTheSuppressionsIsNamedByTheStacksFile() throws IOException {
        synthesized(Files.readString(SYNTHESIZED).replace("2027-11-01", "one day"));

        assertThatThrownBy(this::settings)
                .isInstanceOf(FileMistake.class)
                .hasMessageContaining("cdktf.out/stacks/" + STACK + "/cdk.tf.json");
    }
}
