package dev.sluice.simulation.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private final Draws draws = new Draws(42);

    @Test
    void aNameDrawsTheSameWhateverIsDrawnBesideIt() {
        var first = draws.at("a").between(0, Long.MAX_VALUE - 1);
        draws.at("b").fraction();

        assertThat(new Draws(42).at("a").between(0, Long.MAX_VALUE - 1)).isEqualTo(first);
    }

    @Test
    void namesAndSeedsDrawApart() {
        var drawn = new HashSet<Double>();
        for (var seed = 0; seed < 30; seed++) {
            for (var name = 0; name < 30; name++) {
                drawn.add(new Draws(seed).at("name " + name).fraction());
            }
        }
        assertThat(drawn).hasSize(900);
    }

    @Test
    void whatIsDrawnIsSpreadOverItsRange() {
        var counts = new int[10];
        var draw = draws.at("spread");
        for (var i = 0; i < 10_000; i++) {
            counts[draw.below(10)]++;
        }
        assertThat(IntStream.of(counts)).allMatch(count -> count > 800 && count < 1_200);
        assertThat(draw.between(-3, -3)).isEqualTo(-3);
        assertThat(draw.of(List.of("only"))).isEqualTo("only");
        assertThat(draw.chance(0)).isFalse();
        assertThat(draw.chance(1)).isTrue();
    }
}
