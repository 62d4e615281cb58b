package dev.sluice.benchmarks.comparison;

import dev.sluice.benchmarks.figures.Ratio;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Ratios as runs give them. */
final class Ratios {

    private Ratios() {}

    static Arbitrary<Ratio> ratios() {
        return Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('!', '~')
                                .ofMinLength(1)
                                .ofMaxLength(60),
                        values(),
                        Arbitraries.of(true, false),
                        spreads())
                .as(Ratio::new);
    }

    /** A command's: each under a name of its own. */
    static Arbitrary<List<Ratio>> ofACommand() {
        return ratios().list().ofMaxSize(8).uniqueElements(Ratio::name);
    }

    static Arbitrary<Double> values() {
        return Arbitraries.doubles().between(0.001, 1_000).ofScale(9);
    }

    static Arbitrary<Double> spreads() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0.0)),
                Tuple.of(4, Arbitraries.doubles().between(0, 2).ofScale(4)));
    }
}
