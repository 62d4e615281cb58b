package dev.sluice.simulation.schedule;

import java.util.List;

/** Chance at one point of a run: a row of numbers that depends on nothing but the seed and the point's name. */
public final class Draw {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long state) {
        this.state = state;
    }

    /** Whether something happens that happens with that probability, 0 to 1. */
    public boolean chance(double probability) {
        return fraction() < probability;
    }

    /** From 0 up to, not including, 1. */
    public double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** From 0 up to, not including, {@code bound}, which is positive. */
    public int below(int bound) {
        return (int) between(0, bound - 1L);
    }

    /** From the one to the other, both included. */
    public long between(long least, long most) {
        return least + Long.remainderUnsigned(next(), most - least + 1);
    }

    /** One of them. */
    public <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private long next() {
        state += STEP;
        return mixed(state);
    }

    /** SplitMix64's mixing of bits. */
    static long mixed(long bits) {
        var mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
