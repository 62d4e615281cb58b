package dev.sluice.guard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ToldProperties {

    @Property
    void isCommutative(@ForAll Told a, @ForAll Told b) {
        assertThat(a.and(b)).isEqualTo(b.and(a));
        assertThat(a.or(b)).isEqualTo(b.or(a));
    }

    @Property
    void isAssociative(@ForAll Told a, @ForAll Told b, @ForAll Told c) {
        assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
        assertThat(a.or(b).or(c)).isEqualTo(a.or(b.or(c)));
    }

    @Property
    void followsDeMorgan(@ForAll Told a, @ForAll Told b) {
        assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
        assertThat(a.not().not()).isEqualTo(a);
    }

    @Property
    void asksForTheOtherOnlyWhereItMatters(@ForAll Told a, @ForAll Told b) {
        assertThat(a.and(() -> b)).isEqualTo(a.and(b));
        assertThat(a.or(() -> b)).isEqualTo(a.or(b));
        assertThat(Told.NO.and(ToldProperties::fail)).isEqualTo(Told.NO);
        assertThat(Told.YES.or(ToldProperties::fail)).isEqualTo(Told.YES);
    }

    private static Told fail() {
        throw new AssertionError("was asked for");
    }

    /** What is told with less known is told with more known. */
    @Property
    void neverTurnsRoundWhenMoreIsKnown(@ForAll boolean known, @ForAll Told b) {
        var and = Told.CANNOT_TELL.and(b);
        var or = Told.CANNOT_TELL.or(b);
        assertThat(Told.of(known).and(b)).isIn(and == Told.CANNOT_TELL ? Told.values() : new Told[] {and});
        assertThat(Told.of(known).or(b)).isIn(or == Told.CANNOT_TELL ? Told.values() : new Told[] {or});
    }
}
