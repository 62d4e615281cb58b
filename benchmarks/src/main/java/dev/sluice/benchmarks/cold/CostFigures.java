package dev.sluice.benchmarks.cold;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files that the cost model reads what was measured from. */
final class CostFigures {

    private static final String FOLDER = "infra-cdktf/src/main/resources/dev/sluice/infra/cost/";

    /** Under the repository: what one event asks of a function. */
    static final String WORK = FOLDER + "measured.properties";

    /** Under the repository: how long the validator takes to its first answer. */
    static final String STARTS = FOLDER + "starts.properties";

    private static final List<Function> FUNCTIONS =
            List.of(Pipeline.VALIDATOR, Pipeline.PROCESSOR, Pipeline.ENRICHER, Pipeline.NOTIFIER);

    private CostFigures() {}

    /** Medians, but of the memory the most of all rounds, which has to suffice. */
    static String work(Rounds rounds) {
        var text = new StringBuilder(
                "# One warm invocation of each function, one event each, every call to AWS answered at once.\n"
                        + source("functions"));
        for (var function : FUNCTIONS) {
            var of = Contenders.name(function);
            put(
                    text,
                    function.name() + ".own_ms",
                    3,
                    rounds.series(of, Run::warmMicros).median() / 1e3);
            put(
                    text,
                    function.name() + ".calls",
                    0,
                    rounds.series(of, Run::calls).median());
            put(
                    text,
                    function.name() + ".peak_mb",
                    0,
                    rounds.series(of, Run::peakMegabytes).most());
        }
        return text.toString();
    }

    /** Nothing where only one of the two runtimes was measured. */
    static Optional<String> starts(Rounds rounds) {
        if (!rounds.runs().containsKey(Contenders.OWN_RUNTIME)) {
            return Optional.empty();
        }
        var text = new StringBuilder(
                "# The validator from the start of its process to its first answer, with a whole processor.\n"
                        + source("cold"));
        var managed = rounds.series(Contenders.name(Pipeline.VALIDATOR), Run::answeredMillis);
        put(text, "managed_ms", 0, managed.median());
        put(
                text,
                "own_ms",
                0,
                rounds.series(Contenders.OWN_RUNTIME, Run::answeredMillis).median());
        return Optional.of(text.toString());
    }

    private static String source(String word) {
        return "# Measured on " + LocalDate.now(ZoneOffset.UTC) + " on "
                + Runtime.getRuntime().availableProcessors() + " cores, OpenJDK " + Runtime.version()
                + ", Serial GC, C1: benchmarks/run " + word + " --write\n";
    }

    private static void put(StringBuilder text, String key, int decimals, double value) {
        text.append(key)
                .append('=')
                .append(String.format(Locale.ROOT, "%." + decimals + "f", value))
                .append('\n');
    }
}
