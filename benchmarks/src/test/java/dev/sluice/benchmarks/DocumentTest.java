package dev.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run of an hour must not end with nowhere to write to, nor a command be known to nobody. */
class DocumentTest {

    @ParameterizedTest
    @EnumSource(Command.class)
    void eachCommandHasAPlaceForItsTableAndALineThatSaysHowToRunIt(Command command) throws IOException {
        assertThat(Files.readString(Path.of("../docs/performance.md")))
                .contains(
                        "<!-- measured: " + command.word() + " -->\n",
                        "<!-- end: " + command.word() + " -->",
                        "`benchmarks/run " + command.word() + "`");
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void theScriptKnowsEachCommand(Command command) throws IOException {
        assertThat(Files.readString(Path.of("run"))).containsPattern("\\b" + command.word() + "\\b");
    }
}
