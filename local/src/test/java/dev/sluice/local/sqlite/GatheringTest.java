package dev.sluice.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GatheringTest {

    static final long MILLI = 1_000_000;

    private final Gathering gathering = new Gathering();

    @Test
    void theFirstTaskOfAllWaitsForNobody() {
        assertThat(gathering.before(17 * MILLI)).isZero();
    }

    @Test
    void whereFewComeNobodyWaits() {
        for (var now = 0L; now < 200 * MILLI; now += MILLI) {
            assertThat(gathering.before(now)).isZero();
            gathering.taken(1, now);
        }
    }

    @Test
    void whereManyComeTheNextBeginsFiveMillisecondsAfterTheOneBefore() {
        var now = busy();
        gathering.taken(3, now);

        assertThat(gathering.before(now + MILLI)).isEqualTo(4 * MILLI);
        assertThat(gathering.before(now + 3 * MILLI)).isEqualTo(2 * MILLI);
    }

    @Test
    void whatComesAfterTheRushWaitsForNobody() {
        var now = busy();

        assertThat(gathering.before(now + 10 * MILLI)).isZero();
    }

    @Test
    void aCommitThatTookLongerThanThatIsFollowedByTheNextAtOnce() {
        var now = busy();

        assertThat(gathering.before(now + 6 * MILLI)).isZero();
    }

    @Property
    void nobodyWaitsLongerThanFiveMilliseconds(
            @ForAll @Size(max = 100) List<@LongRange(min = 0, max = 20 * MILLI) Long> pauses,
            @ForAll @IntRange(min = 1, max = 512) int tasks) {
        var anew = new Gathering();
        var now = 0L;
        for (var pause : pauses) {
            now += pause;
            var wait = anew.before(now);
            assertThat(wait).isBetween(0L, Gathering.LONGEST);
            now += wait;
            anew.taken(tasks, now);
        }
    }

    /** Ten tasks a millisecond for a while; when the last were taken. */
    private long busy() {
        var now = 0L;
        for (; now < 50 * MILLI; now += MILLI) {
            if (gathering.before(now) == 0) {
                gathering.taken(10, now);
            }
        }
        gathering.before(now);
        gathering.taken(10, now);
        return now;
    }
}
