package dev.sluice.compliance.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.Made;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every history of scans promises. */
public abstract class ScanHistoryContract {

    /** The history under test, empty at first and the same one for the whole test. */
    protected abstract ScanHistory history();

    @Test
    void theLastScansAreFoundOldestFirst() {
        var all = IntStream.range(0, 12)
                .mapToObj(i -> Made.summary(Made.NOW.plusSeconds(3_600L * i), i))
                .toList();
        all.reversed().forEach(history()::keep);
        assertThat(history().latest(5)).containsExactlyElementsOf(all.subList(7, 12));
        assertThat(history().latest(90)).containsExactlyElementsOf(all);
    }

    @Test
    void aScanThatIsKeptAgainIsOne() {
        history().keep(Made.summary(Made.NOW, 1));
        history().keep(Made.summary(Made.NOW, 1));
        assertThat(history().latest(90)).containsExactly(Made.summary(Made.NOW, 1));
    }

    @Test
    void thereIsNoneAtFirst() {
        assertThat(history().latest(90)).isEmpty();
    }
}
