package dev.sluice.benchmarks.comparison;

import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A command's ratios beside those that are stored.
 *
 * @param all those of this run in its order, then those that it has not measured
 */
public record Comparison(List<Compared> all) {

    /** What a run may be worse by, for all that its rounds agree: another day moves most ratios by some hundredths. */
    private static final double TOLERATED = 0.1;

    public Comparison {
        all = List.copyOf(all);
    }

    /** By name. */
    public static Comparison of(List<Ratio> stored, List<Ratio> now) {
        var before = byName(stored);
        var all = new ArrayList<Compared>();
        for (var ratio : now) {
            var known = before.get(ratio.name());
            all.add(
                    known != null && Compared.Both.areOfOneKind(known, ratio)
                            ? new Compared.Both(known, ratio)
                            : new Compared.New(ratio));
        }
        var measured = byName(now);
        stored.stream()
                .filter(ratio -> !measured.containsKey(ratio.name()))
                .map(Compared.Gone::new)
                .forEach(all::add);
        return new Comparison(all);
    }

    private static Map<String, Ratio> byName(List<Ratio> ratios) {
        return ratios.stream().collect(Collectors.toMap(Ratio::name, Function.identity()));
    }

    /** Whether any is worse by more than a tenth, and by more than its rounds lie apart. */
    public boolean isWorse() {
        return all.stream().anyMatch(one -> one instanceof Compared.Both both && both.isWorseBeyond(TOLERATED));
    }

    /** A line each, with a word for what became of it; nothing where nothing was and is measured. */
    public String told() {
        if (all.isEmpty()) {
            return "";
        }
        var table = new Table("ratio to its floor", "stored", "now", "change", "");
        for (var one : all) {
            switch (one) {
                case Compared.New(var now) -> table.row(now.name(), "", number(now), "", "new");
                case Compared.Gone(var stored) -> table.row(stored.name(), number(stored), "", "", "not measured");
                case Compared.Both both ->
                    table.row(
                            both.name(),
                            number(both.stored()),
                            number(both.now()),
                            String.format(Locale.ROOT, "%+.1f %%", both.change() * 100),
                            both.movement().word());
            }
        }
        return table.toString();
    }

    private static String number(Ratio ratio) {
        return Series.number(ratio.value(), ratio.value() < 1 ? 3 : 2) + " ± " + Series.number(ratio.spread() * 100, 0)
                + " %";
    }
}
