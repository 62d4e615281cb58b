package dev.sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulation.campaign.Campaign;
import dev.sluice.simulation.campaign.Shrinking;
import dev.sluice.simulation.campaign.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation that finds nothing proves something only if it would find what is wrong. */
class BreaksAreFoundTest {

    @ParameterizedTest
    @EnumSource
    void aBreakIsFound(Break broken) {
        assertThat(new Campaign(broken, 1, broken.bound(), 1).firstFailure())
                .as("%s, within %s seeds", broken.sentence(), broken.bound())
                .isPresent();
    }

    @Test
    void theShortestHistoryOfABreakIsShort() {
        var failing = new Campaign(Break.ACKNOWLEDGES_WHAT_FAILED, 1, 200, 1)
                .firstFailure()
                .orElseThrow();
        var shortest = Shrinking.of(failing, Break.ACKNOWLEDGES_WHAT_FAILED);

        // One request, and one thing that goes wrong: a fault at a call, or a port that is down.
        assertThat(shortest.plan().items().size() + shortest.happened().size()).isLessThanOrEqualTo(2);
        assertThat(Story.of(shortest)).contains("topic.publish", "is answered 202", "broken: ");
    }
}
