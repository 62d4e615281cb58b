package dev.sluice.simulation.schedule;

/**
 * All chance of a run. Each decision is drawn under a name of its own, so that a decision that is left out, or one more,
 * changes no other.
 */
public record Draws(long seed) {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    /** The chance at the point of that name; the same each time it is asked for. */
    public Draw at(String name) {
        var hash = FNV_OFFSET ^ Draw.mixed(seed);
        for (var i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new Draw(Draw.mixed(hash));
    }
}
