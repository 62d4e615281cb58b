package dev.sluice.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.tools.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThisMachineTest {

    @TempDir
    private Path root;

    private Programs programs;

    @BeforeEach
    void programs() throws IOException {
        programs = new Programs(root).alone();
    }

    private ThisMachine machine() {
        return new ThisMachine(programs.around(), root);
    }

    @Test
    void whatIsInstalledSaysItsVersion() throws Exception {
        programs.saying(
                        "terraform",
                        "[ \"$1\" = version ] && [ \"$CHECKPOINT_DISABLE\" = 1 ] && echo '{\"terraform_version\":\"1.11.4\"}'")
                .saying("node", "echo v20.20.2");

        assertThat(machine().terraform()).isEqualTo(FakeMachine.version("1.11.4"));
        assertThat(machine().node()).isEqualTo(FakeMachine.version("20.20.2"));
        assertThat(machine().java()).isGreaterThanOrEqualTo(21);
    }

    @Test
    void whatIsNotInstalledIsNotThere() throws Exception {
        assertThat(machine().terraform()).isEqualTo(FakeAccount.known(Optional.empty()));
        assertThat(machine().node()).isEqualTo(FakeAccount.known(Optional.empty()));
        assertThat(machine().cdktf()).isEqualTo(FakeAccount.known(Optional.empty()));
    }

    @Test
    void whatSaysNoVersionIsNotKnown() throws Exception {
        programs.saying("terraform", "echo oops; exit 1").saying("node", "echo newest");

        assertThat(machine().terraform())
                .isInstanceOfSatisfying(
                        Answer.Unknown.class,
                        unknown -> assertThat(unknown.why()).isEqualTo("terraform ended with 1 and said no version"));
        assertThat(machine().node()).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void thePinnedCommandLineIsComparedWithTheInstalledOne() throws Exception {
        Files.writeString(root.resolve("package.json"), "{\"devDependencies\":{\"cdktf-cli\":\"0.19.2\"}}");
        write("node_modules/.bin/cdktf", "");
        write("node_modules/cdktf-cli/package.json", "{\"version\":\"0.19.1\"}");

        assertThat(machine().cdktf()).isEqualTo(FakeMachine.version("0.19.1"));
        assertThat(machine().pinnedCdktf())
                .isEqualTo(FakeAccount.known(Version.of("0.19.2").orElseThrow()));
    }

    @Test
    void aPackageThatSaysNothingIsNotKnown() throws Exception {
        write("node_modules/.bin/cdktf", "");

        assertThat(machine().cdktf()).isInstanceOf(Answer.Unknown.class);
        assertThat(machine().pinnedCdktf()).isInstanceOf(Answer.Unknown.class);
        Files.writeString(root.resolve("package.json"), "{");
        assertThat(machine().pinnedCdktf()).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aFileIsLookedForFromTheStacksFolder() throws Exception {
        write("terraform.tfstate", "{}");

        assertThat(machine().holds(Path.of("terraform.tfstate"))).isTrue();
        assertThat(machine().holds(root.resolve("terraform.tfstate").toAbsolutePath()))
                .isTrue();
        assertThat(machine().holds(Path.of("other.tfstate"))).isFalse();
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }
}
