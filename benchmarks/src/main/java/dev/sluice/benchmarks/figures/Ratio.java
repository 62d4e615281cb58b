package dev.sluice.benchmarks.figures;

/**
 * A figure over the floor of the same run: what remains of it on another machine, or on a busy one.
 *
 * @param name what is compared with what, the same in each run
 * @param value the figure divided by its floor, over 0
 * @param lowerIsBetter a time is better when it is shorter, a rate when it is higher
 * @param spread half of what lies between the least and the most of its rounds, as a part of the median; at least 0
 */
public record Ratio(String name, double value, boolean lowerIsBetter, double spread) {

    public Ratio {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a ratio needs a name");
        }
        if (!Double.isFinite(value) || value <= 0) {
            throw new IllegalArgumentException("no ratio: " + name + " = " + value);
        }
        if (!Double.isFinite(spread) || spread < 0) {
            throw new IllegalArgumentException("no spread of a ratio: " + name + " ± " + spread);
        }
    }

    /** Of rounds that each measured both, one beside the other. */
    public static Ratio ofPairs(String name, Series ratios, boolean lowerIsBetter) {
        return new Ratio(name, ratios.median(), lowerIsBetter, ratios.spread());
    }

    /** Of medians; as far apart as the rounds of the figure and those of its floor may put it together. */
    public static Ratio ofMedians(String name, Series figure, Series floor, boolean lowerIsBetter) {
        return new Ratio(name, figure.median() / floor.median(), lowerIsBetter, figure.spread() + floor.spread());
    }
}
