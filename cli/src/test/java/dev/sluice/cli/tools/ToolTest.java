package dev.sluice.cli.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    private Programs programs;

    @BeforeEach
    void programs() throws IOException {
        programs = new Programs(root);
    }

    private Tool tool(Duration deadline, String... command) {
        return new Tool(List.of(command), root, Map.of("EXTRA", "e"), deadline);
    }

    @Test
    void whatItSaysAndHowItEndsIsKept() throws Exception {
        programs.saying("greet", "echo \"hello $1 $EXTRA $MINE $HOME\"; echo oh >&2; exit 3")
                .with("MINE", "m");

        assertThat(tool(LONG, "greet", "you").run(programs.around()))
                .isEqualTo(new Outcome.Ended(3, "hello you e m \n", "oh\n"));
    }

    @Test
    void whatItSaysIsHandedOnAsItComes() throws Exception {
        programs.saying("count", "echo one; echo two >&2; exit 0");
        var lines = new CopyOnWriteArrayList<String>();

        assertThat(tool(LONG, "count").follow(programs.around(), lines::add)).isEqualTo(new Outcome.Ended(0, "", ""));
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void oneThatIsNotThereIsNotStarted() throws Exception {
        assertThat(tool(LONG, "nobody-has-this").run(programs.around()))
                .isEqualTo(new Outcome.NotStarted("nobody-has-this", "is not on the PATH"));
    }

    @Test
    void oneThatCannotRunIsNotStarted() throws Exception {
        programs.saying("odd", "");
        Files.writeString(root.resolve("bin/odd"), "#!/nowhere/interpreter\n");

        assertThat(tool(LONG, "odd").run(programs.around()))
                .isInstanceOfSatisfying(
                        Outcome.NotStarted.class, not -> assertThat(not.why()).contains("cannot be started"));
    }

    @Test
    void oneThatTakesTooLongIsKilledWithAllItStarted() throws Exception {
        programs.saying("hang", "sleep 600 & echo $! >child; wait");

        var outcome = tool(Duration.ofSeconds(2), "hang").run(programs.around());

        assertThat(outcome).isEqualTo(new Outcome.TooSlow("hang", Duration.ofSeconds(2)));
        var child = ProcessHandle.of(
                Long.parseLong(Files.readString(root.resolve("child")).strip()));
        if (child.isPresent()) {
            assertThat(child.get().onExit()).succeedsWithin(LONG);
        }
    }

    @Test
    void itReadsNothingFromUs() throws Exception {
        programs.saying("read-all", "cat; echo done");

        assertThat(tool(LONG, "read-all").run(programs.around())).isEqualTo(new Outcome.Ended(0, "done\n", ""));
    }

    @Test
    void itReadsWhatItIsGiven() throws Exception {
        programs.saying("read-all", "cat; echo done").saying("read-none", "exit 0");
        var much = "x".repeat(1 << 20);

        assertThat(tool(LONG, "read-all").run(programs.around(), much))
                .isEqualTo(new Outcome.Ended(0, much + "done\n", ""));
        assertThat(tool(LONG, "read-none").run(programs.around(), much)).isEqualTo(new Outcome.Ended(0, "", ""));
    }

    @Test
    void aBlankVariableIsNotSet() throws Exception {
        assertThat(programs.with("A", " ").around().variable("A")).isEmpty();
        assertThat(programs.with("A", "x").around().variable("A")).contains("x");
        assertThat(new Surroundings(root, Map.of()).program("sh")).isEmpty();
        assertThat(Surroundings.ofThisProcess().root()).isAbsolute();
    }
}
