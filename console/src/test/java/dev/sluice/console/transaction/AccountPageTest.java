package dev.sluice.console.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.Asking;
import dev.sluice.console.Stored;
import dev.sluice.handlers.port.Draft;
import dev.sluice.handlers.port.Samples;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AccountPageTest {

    private static List<String> account(int size) {
        return IntStream.range(0, size).mapToObj(i -> "t-" + i).toList();
    }

    private static Stored stored(int size) {
        var stored = Stored.nothing();
        // Two by two at the same moment, so that the ids decide; the last is stored first.
        for (var i = size - 1; i >= 0; i--) {
            stored.with(Draft.of("t-" + i).at(Samples.OCCURRED.plusSeconds(i / 2)));
        }
        return stored.with(Draft.of("t-x").account("account-2")).with(Draft.of("t-y").from("other"));
    }

    /** However many there are: the one asked for is told, in a run of the account's own order as long as it may be. */
    @Property(tries = 60)
    void tellsARunAroundIt(
            @ForAll @IntRange(min = 1, max = 9) int size,
            @ForAll @IntRange(max = 8) int at,
            @ForAll @IntRange(min = 1, max = 10) int limit) {
        var around = Math.min(at, size - 1);
        try (var stored = stored(size)) {
            var answer = Asking.answer(
                    new AccountPage(stored.database()),
                    "source", "default", "account", "account-1", "around", "t-" + around, "limit", "" + limit);
            var ids = Asking.objects(answer, "rows").stream()
                    .map(row -> row.text("id"))
                    .toList();
            assertThat(ids).hasSize(Math.min(size, limit)).contains("t-" + around);
            var first = Integer.parseInt(ids.getFirst().substring(2));
            assertThat(ids).isEqualTo(account(size).subList(first, first + ids.size()));
            assertThat(answer.truth("earlier")).isEqualTo(first > 0);
            assertThat(answer.truth("later")).isEqualTo(first + ids.size() < size);
            assertThat(answer.integer("transactions")).isEqualTo(size);
        }
    }

    @Test
    void aTransactionOfAnotherAccountIsNotFound() {
        try (var stored = stored(2)) {
            var request = Asking.request("source", "default", "account", "account-1", "around", "t-x");
            assertThat(Asking.whole(new AccountPage(stored.database()), request).status())
                    .isEqualTo(404);
        }
    }
}
