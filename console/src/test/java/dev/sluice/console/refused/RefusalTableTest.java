package dev.sluice.console.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTableTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    private final RefusalTable table = new RefusalTable(List.of());

    private static Broken broken(String code, String pointer) {
        return new Broken(code, pointer, "a sentence", Optional.of("9"));
    }

    @Test
    void whatIsBrokenAgainIsCountedAndToldAsTheLastTime() {
        table.count("default", 422, broken("amount_scale", "/amount"), FIRST);
        table.count("default", 422, new Broken("amount_scale", "/amount", "another", Optional.of("99")), LATER);

        assertThat(table.all())
                .containsExactly(new Refusal(
                        new Refusal.Key("default", 422, "amount_scale", "/amount"),
                        2,
                        FIRST,
                        LATER,
                        "another",
                        Optional.of("99")));
    }

    @Test
    void placesOfOneRuleAreToldApartUpToALimit() {
        for (var i = 0; i < RefusalTable.MOST_POINTERS + 10; i++) {
            table.count("default", 422, broken("unknown_field", "/metadata/" + i), FIRST);
        }

        assertThat(table.all()).hasSize(RefusalTable.MOST_POINTERS + 1);
        assertThat(table.mostFrequent(1))
                .extracting(row -> row.key().pointer(), Refusal::count)
                .containsExactly(tuple(RefusalTable.OTHER, 10L));
    }

    @Test
    void rowsHaveALimitWhateverTheRules() {
        for (var i = 0; i < RefusalTable.MOST_ROWS + 50; i++) {
            table.count("default", 422, broken("code_" + i % 10, "/" + i), FIRST);
        }

        assertThat(table.all()).hasSize(RefusalTable.MOST_ROWS + 10);
        assertThat(table.all().stream().mapToLong(Refusal::count).sum()).isEqualTo(RefusalTable.MOST_ROWS + 50);
    }

    @Test
    void aLongPointerIsCut() {
        table.count("default", 422, broken("unknown_field", "/" + "𝒳".repeat(500)), FIRST);

        assertThat(table.all().getFirst().key().pointer())
                .hasSizeLessThanOrEqualTo(RefusalTable.LONGEST_POINTER)
                .endsWith("𝒳…");
    }

    @Test
    void whatChangedIsTakenOnceAndInParts() {
        table.count("default", 422, broken("a", "/1"), FIRST);
        table.count("default", 422, broken("a", "/2"), FIRST);

        assertThat(table.takeUnwritten(1)).hasSize(1);
        assertThat(table.takeUnwritten(5)).hasSize(1);
        assertThat(table.takeUnwritten(5)).isEmpty();
    }
}
