package dev.sluice.cli.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.tools.Surroundings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StacksTest {

    @TempDir
    private Path root;

    private Stacks stacks(Map<String, String> variables) {
        return Stacks.of(new Surroundings(root, variables));
    }

    private Stacks having(String... names) throws IOException {
        for (var name : names) {
            Sample.writeInto(root, name);
        }
        return stacks(Map.of());
    }

    @Test
    void theOnlyStackIsTheOne() throws Exception {
        assertThat(having("sluice-transactions-qa").theOne(Optional.empty(), Optional.empty()))
                .isEqualTo("sluice-transactions-qa");
    }

    @Test
    void theOnlyStackOfAnotherEnvironmentIsNotTheOne() throws Exception {
        var stacks = having("sluice-transactions-qa");

        assertThatThrownBy(() -> stacks.theOne(Optional.empty(), Optional.of("prod")))
                .hasMessage("which stack? Say --stack NAME; there are sluice-transactions-qa");
    }

    @Test
    void ofSeveralItIsThePipelineOfTheEnvironment() throws Exception {
        var stacks = having("sluice-compliance-dev", "sluice-transactions-dev", "sluice-transactions-qa");

        assertThat(stacks.theOne(Optional.empty(), Optional.empty())).isEqualTo("sluice-transactions-dev");
        assertThat(stacks.theOne(Optional.empty(), Optional.of("qa"))).isEqualTo("sluice-transactions-qa");
        assertThat(stacks.theOne(Optional.of("sluice-compliance-dev"), Optional.of("qa")))
                .isEqualTo("sluice-compliance-dev");
        assertThatThrownBy(() -> stacks.theOne(Optional.empty(), Optional.of("prod")))
                .isInstanceOf(StackMistake.class);
    }

    @Test
    void aloneInItsEnvironmentAnotherStackIsTheOne() throws Exception {
        var stacks = having("sluice-compliance-dev", "sluice-transactions-qa");

        assertThat(stacks.theOne(Optional.empty(), Optional.empty())).isEqualTo("sluice-compliance-dev");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() throws Exception {
        assertThatThrownBy(() -> stacks(Map.of()).theOne(Optional.empty(), Optional.empty()))
                .hasMessage("there is no stack in cdktf.out: write it with ./sluice synth");
        assertThat(stacks(Map.of()).names()).isEmpty();
        assertThatThrownBy(() -> having("sluice-transactions-qa").read("sluice-transactions-dev"))
                .hasMessage(
                        "there is no stack sluice-transactions-dev (cdktf.out/stacks/sluice-transactions-dev/cdk.tf.json): "
                                + "write it with ./sluice synth; there are sluice-transactions-qa");
    }

    @Test
    void aNameDoesNotLeadOutOfTheFolder() {
        assertThatThrownBy(() -> stacks(Map.of()).read("../../etc"))
                .isInstanceOf(StackMistake.class)
                .hasMessageContaining("--stack");
        assertThatThrownBy(() -> stacks(Map.of()).theOne(Optional.of("a/b"), Optional.empty()))
                .isInstanceOf(StackMistake.class);
    }

    @Test
    void anotherFolderIsTakenWhereTheEnvironmentNamesOne() throws Exception {
        var other = Files.createDirectories(root.resolve("elsewhere"));
        Sample.writeInto(other, "sluice-transactions-dev");
        var stacks = stacks(Map.of("CDKTF_OUTDIR", "elsewhere/cdktf.out"));

        assertThat(stacks.names()).containsExactly("sluice-transactions-dev");
        assertThat(stacks.shownFile("x")).isEqualTo("elsewhere/cdktf.out/stacks/x/cdk.tf.json");
        assertThat(stacks(Map.of("CDKTF_OUTDIR", "/nowhere")).shownFolder("x")).isEqualTo("/nowhere/stacks/x");
    }

    @Test
    void aFileWithoutEndIsNotRead() throws Exception {
        var folder = Files.createDirectories(root.resolve("cdktf.out/stacks/huge"));
        try (var file = new RandomAccessFile(folder.resolve("cdk.tf.json").toFile(), "rw")) {
            file.setLength(33L << 20);
        }

        assertThatThrownBy(() -> stacks(Map.of()).read("huge")).hasMessageContaining("larger than 32 MiB");
    }
}
