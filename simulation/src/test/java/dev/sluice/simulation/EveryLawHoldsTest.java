package dev.sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulation.campaign.Campaign;
import dev.sluice.simulation.campaign.Shrinking;
import dev.sluice.simulation.campaign.Story;
import dev.sluice.simulation.fault.Kind;
import dev.sluice.simulation.world.Parts;
import org.junit.jupiter.api.Test;

/** A campaign small enough for every build; {@code simulation/run} runs one of any size. */
class EveryLawHoldsTest {

    private static final long SEEDS = 1_000;

    @Test
    void everyLawHoldsWhateverGoesWrong() {
        var result = new Campaign(Parts.REAL, 1, SEEDS, 1).run(done -> {});

        var first = result.failures().stream().findFirst();
        assertThat(first.map(failure -> Story.of(Shrinking.of(failure, Parts.REAL))))
                .as("the shortest history of the first seed that breaks a law")
                .isEmpty();
        assertThat(result.tally().runs()).isEqualTo(SEEDS);
        assertThat(Kind.values()).allMatch(kind -> result.tally().faults(kind) > 50);
    }
}
