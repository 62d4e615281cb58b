package dev.sluice.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.benchmarks.figures.Ratio;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of holding one run against another. */
class ComparisonProperties {

    @Property
    void a_run_is_as_before_beside_itself(@ForAll("ofACommand") List<Ratio> ratios) {
        var comparison = Comparison.of(ratios, ratios);

        assertThat(comparison.all()).hasSize(ratios.size()).allSatisfy(one -> {
            assertThat(movement(one)).isEqualTo(Movement.AS_BEFORE);
            assertThat(((Compared.Both) one).change()).isZero();
        });
        assertThat(comparison.isWorse()).isFalse();
    }

    @Property
    void who_is_stored_and_who_is_now_can_be_exchanged(@ForAll("pairs") Compared.Both pair) {
        var exchanged = new Compared.Both(/* stored= */ pair.now(), /* now= */ pair.stored());

        assertThat(exchanged.movement())
                .isEqualTo(
                        switch (pair.movement()) {
                            case AS_BEFORE -> Movement.AS_BEFORE;
                            case BETTER -> Movement.WORSE;
                            case WORSE -> Movement.BETTER;
                        });
    }

    @Property
    void where_lower_is_better_the_same_figures_moved_the_other_way(@ForAll("pairs") Compared.Both pair) {
        var otherWay = new Compared.Both(otherWay(pair.stored()), otherWay(pair.now()));

        assertThat(otherWay.movement())
                .isEqualTo(
                        switch (pair.movement()) {
                            case AS_BEFORE -> Movement.AS_BEFORE;
                            case BETTER -> Movement.WORSE;
                            case WORSE -> Movement.BETTER;
                        });
        assertThat(otherWay.change()).isEqualTo(pair.change());
    }

    @Property
    void what_the_rounds_lie_apart_is_no_movement(@ForAll("pairs") Compared.Both pair) {
        var apart = Math.max(pair.now().value(), pair.stored().value())
                / Math.min(pair.now().value(), pair.stored().value());
        var wide = new Compared.Both(wider(pair.stored(), apart), pair.now());

        assertThat(wide.movement()).isEqualTo(Movement.AS_BEFORE);
        assertThat(wide.isWorseBeyond(0)).isFalse();
    }

    @Property
    void only_what_got_worse_is_worse_beyond_anything(
            @ForAll("pairs") Compared.Both pair, @ForAll("parts") double part) {
        if (pair.isWorseBeyond(part)) {
            assertThat(pair.movement()).isEqualTo(Movement.WORSE);
            assertThat(pair.isWorseBeyond(part / 2)).isTrue();
        }
    }

    @Property
    void each_name_of_either_run_is_told_once(
            @ForAll("ofACommand") List<Ratio> stored, @ForAll("ofACommand") List<Ratio> now) {
        var all = Comparison.of(stored, now).all();

        assertThat(all.stream().map(Compared::name)).doesNotHaveDuplicates();
        assertThat(all).hasSize((int) Stream.concat(stored.stream(), now.stream())
                .map(Ratio::name)
                .distinct()
                .count());
    }

    private static Movement movement(Compared one) {
        return ((Compared.Both) one).movement();
    }

    private static Ratio otherWay(Ratio ratio) {
        return new Ratio(ratio.name(), ratio.value(), !ratio.lowerIsBetter(), ratio.spread());
    }

    private static Ratio wider(Ratio ratio, double spread) {
        return new Ratio(ratio.name(), ratio.value(), ratio.lowerIsBetter(), spread);
    }

    @Provide
    Arbitrary<List<Ratio>> ofACommand() {
        return Ratios.ofACommand();
    }

    @Provide
    Arbitrary<Double> parts() {
        return Ratios.spreads();
    }

    @Provide
    Arbitrary<Compared.Both> pairs() {
        return Combinators.combine(Ratios.ratios(), Ratios.values(), Ratios.spreads())
                .as((stored, value, spread) ->
                        new Compared.Both(stored, new Ratio(stored.name(), value, stored.lowerIsBetter(), spread)));
    }
}
