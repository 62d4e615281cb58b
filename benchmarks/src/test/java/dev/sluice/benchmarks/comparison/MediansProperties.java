package dev.sluice.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of storing medians. */
class MediansProperties {

    @Property(tries = 200)
    void what_was_written_is_read_back(@ForAll("medians") Medians medians) throws IOException {
        assertThat(MediansReader.read(medians.json())).isEqualTo(medians);
    }

    @Property(tries = 200)
    void a_command_is_replaced_and_the_others_stay(
            @ForAll("medians") Medians medians, @ForAll("remembered") Remembered now) {
        var after = medians.with("cold", now);

        assertThat(after.of("cold")).contains(now);
        assertThat(after.with("cold", medians.of("cold").orElse(now)).commands())
                .containsAllEntriesOf(medians.commands());
    }

    @Provide
    Arbitrary<Medians> medians() {
        return Arbitraries.maps(Arbitraries.of("cold", "stages", "sizes", "pipeline"), remembered())
                .map(Medians::new);
    }

    @Provide
    Arbitrary<Remembered> remembered() {
        return Combinators.combine(Arbitraries.strings().ofMaxLength(40), dates(), Ratios.ofACommand())
                .as(Remembered::new);
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
    }
}
