package dev.sluice.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockedTest {

    @TempDir
    Path folder;

    @Test
    void whatItSaysIsKeptAndItsTimeIsPositive() throws IOException, InterruptedException {
        assertThat(shell("echo $WORD", 0)).isPositive();
        assertThat(folder.resolve("said.txt")).hasContent("heard");
    }

    @Test
    void aCodeThatIsNoSuccessGivesNoFigure() throws IOException, InterruptedException {
        assertThat(shell("exit 1", 1)).isPositive();
        assertThatThrownBy(() -> shell("echo the reason; exit 2", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with 2")
                .hasMessageContaining("the reason");
    }

    private double shell(String script, int highestCode) throws IOException, InterruptedException {
        return new Clocked(List.of("sh", "-c", script), Map.of("WORD", "heard"), folder.resolve("said.txt"))
                .seconds(highestCode);
    }
}
