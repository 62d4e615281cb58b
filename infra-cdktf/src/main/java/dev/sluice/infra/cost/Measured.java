package dev.sluice.infra.cost;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of functions, on the machine that {@code measured.properties} and {@code starts.properties} tell.
 *
 * @param ofFunctions by what, where and when the work was measured
 * @param work what an event asks of each function, by its name
 * @param ofStarts by what, where and when the starts were measured
 * @param managedStart the validator's start on Lambda's own runtime, in ms on a whole processor
 * @param ownStart its start on the runtime that its archive brings along, in ms on a whole processor
 */
public record Measured(
        String ofFunctions, Map<String, Work> work, String ofStarts, BigDecimal managedStart, BigDecimal ownStart) {

    private static final List<Function> FUNCTIONS =
            List.of(Pipeline.VALIDATOR, Pipeline.PROCESSOR, Pipeline.ENRICHER, Pipeline.NOTIFIER);

    public Measured {
        work = Map.copyOf(work);
    }

    /**
     * What the files beside this class say.
     *
     * @throws IllegalStateException where one is missing or does not read
     */
    public static Measured read() {
        var functions = Figures.of("measured.properties");
        var starts = Figures.of("starts.properties");
        var work = new LinkedHashMap<String, Work>();
        for (var function : FUNCTIONS) {
            work.put(
                    function.name(),
                    new Work(
                            functions.number(function.name() + ".own_ms"),
                            functions.whole(function.name() + ".calls"),
                            functions.whole(function.name() + ".peak_mb")));
        }
        return new Measured(
                functions.source(), work, starts.source(), starts.number("managed_ms"), starts.number("own_ms"));
    }

    /** What an event asks of that function. */
    public Work of(Function function) {
        return Optional.ofNullable(work.get(function.name()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing was measured of how long the " + function.name() + " runs"));
    }
}
