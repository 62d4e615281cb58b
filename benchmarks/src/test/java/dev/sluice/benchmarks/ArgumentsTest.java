package dev.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @ParameterizedTest
    @EnumSource(Command.class)
    void eachCommandHasItsWord(Command command) {
        assertThat(Arguments.of(List.of(command.word())))
                .contains(new Arguments(List.of(command), false, false, false));
        assertThat(Arguments.usage()).contains(command.word());
    }

    @Test
    void allIsEachOfThem() {
        assertThat(Arguments.of(List.of("all", "--write")).orElseThrow().commands())
                .containsExactly(Command.values());
    }

    @Test
    void flagsMayStandAnywhere() {
        assertThat(Arguments.of(List.of("--compare", "guard", "--write")))
                .contains(new Arguments(List.of(Command.GUARD), false, true, true));
        assertThat(Arguments.of(List.of("guard", "--quick")))
                .contains(new Arguments(List.of(Command.GUARD), true, false, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "guard start",
                "guard --fast",
                "--write",
                // Its figures mean little: they are neither kept nor held against what is kept.
                "guard --quick --write",
                "guard --quick --compare"
            })
    void whatCannotBeDoneIsNotDone(String words) {
        assertThat(Arguments.of(List.of(words.split(" ", -1)))).isEmpty();
    }
}
