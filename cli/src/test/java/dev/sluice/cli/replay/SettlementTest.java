package dev.sluice.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.client.Unreachable;
import dev.sluice.cli.replay.Settlement.Settled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");

    private static Sent sent(long number, int millis, boolean maybeBefore) {
        return new Sent(number, number + 1, "t", STARTED.plusMillis(millis), maybeBefore);
    }

    private static Fate stored(int millis) {
        return new Fate(Optional.of(STARTED.plusMillis(millis)), true, false, Set.of());
    }

    private static Settled decided(List<Sent> rows, Fate fate) {
        var count = new Count();
        assertThat(count.decide(rows, fate, true, STARTED)).isTrue();
        return count.settled(0);
    }

    @Test
    void rowsThatShareAnIdStoreItOnce() {
        assertThat(decided(List.of(sent(1, 5, false), sent(2, 5, false), sent(3, 6, false)), stored(5)))
                .isEqualTo(new Settled(1, 0, 2, 0, 0, 0));
    }

    @Test
    void whatWasStoredBeforeTheReplayBeganIsADuplicateWhateverGotLost() {
        assertThat(decided(List.of(sent(1, 5, true)), stored(-1))).isEqualTo(new Settled(0, 0, 1, 0, 0, 0));
        assertThat(decided(List.of(sent(1, 5, true)), stored(1))).isEqualTo(new Settled(1, 0, 0, 0, 0, 0));
        assertThat(decided(List.of(sent(1, 5, false)), stored(1))).isEqualTo(new Settled(0, 0, 1, 0, 0, 0));
    }

    @Test
    void nothingIsDecidedWhileItMayChange() {
        var count = new Count();

        assertThat(count.decide(List.of(sent(1, 5, false)), Fate.absent(), false, STARTED))
                .isFalse();
        assertThat(count.decide(List.of(sent(1, 5, false)), stored(1), false, STARTED))
                .isFalse();
        assertThat(count.decide(List.of(sent(1, 5, false)), stored(5), false, STARTED))
                .isTrue();
    }

    @Test
    void whatIsStoredIsNotDecidedBeforeTheRiskRulesWereAsked() {
        var rows = List.of(sent(1, 5, false));
        var received = new Fate(Optional.of(STARTED.plusMillis(5)), false, false, Set.of());
        var flagged = new Fate(received.storedFrom(), true, true, Set.of());

        assertThat(new Count().decide(rows, received, false, STARTED)).isFalse();
        assertThat(decided(rows, received)).isEqualTo(new Settled(1, 0, 0, 0, 0, 0));
        assertThat(decided(rows, flagged)).isEqualTo(new Settled(1, 1, 0, 0, 0, 0));
    }

    @Test
    void itGivesUpWhereNothingMoves() throws Exception {
        var settlement = new Settlement(
                id -> Optional.empty(), acceptedBy -> 1, STARTED, STARTED, 2, Duration.ZERO, Meter.SILENT);

        assertThat(settlement.of(List.of(sent(1, 5, false)))).isEqualTo(new Settled(0, 0, 0, 0, 0, 1));
    }

    @Test
    void itSaysThatThePipelineIsGone() {
        var settlement = new Settlement(
                id -> {
                    throw new Unreachable("gone");
                },
                acceptedBy -> 0,
                STARTED,
                STARTED,
                2,
                Duration.ZERO,
                Meter.SILENT);

        assertThatThrownBy(() -> settlement.of(List.of(sent(1, 5, false)))).isInstanceOf(Unreachable.class);
    }
}
