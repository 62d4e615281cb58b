package dev.sluice.compliance.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.Made;
import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.proposal.Proposal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of findings promises. */
public abstract class FindingStoreContract {

    /** The store under test, empty at first and the same one for the whole test. */
    protected abstract FindingStore store();

    @Test
    void whatIsKeptIsFoundAsItWas() {
        for (var proposal : new Proposal[] {Made.planned(), Made.refused(), new Proposal.ByHand()}) {
            var open = Made.tracked("aws_sqs_queue.odd é漢\uD83D\uDE00 <&\"", 3, proposal);
            for (var tracked : new Tracked[] {open, Made.resolved(open, Made.NOW)}) {
                store().keep(tracked);
                assertThat(store().finding(tracked.key())).contains(tracked);
                assertThat(store().findings()).containsExactly(tracked);
            }
        }
    }

    @Test
    void whatWasNeverKeptIsNotFound() {
        assertThat(store().findings()).isEmpty();
        assertThat(store().finding(new FindingKey("any-rule", "aws_sqs_queue.none")))
                .isEmpty();
    }

    @Test
    void allOfManyAreFoundInTheOrderOfTheirKeys() {
        var all = IntStream.range(0, 60)
                .mapToObj(i -> Made.tracked("aws_sqs_queue.q" + (100 + i)))
                .toList();
        all.reversed().forEach(store()::keep);
        assertThat(store().findings()).containsExactlyElementsOf(all);
    }
}
