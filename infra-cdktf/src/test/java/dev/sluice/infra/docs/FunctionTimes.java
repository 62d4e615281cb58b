package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Amounts.dollars;
import static dev.sluice.infra.docs.Amounts.plain;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.cost.Inputs;
import dev.sluice.infra.cost.Running;
import dev.sluice.infra.cost.Usage;
import dev.sluice.infra.cost.Work;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.util.List;

/** How long each function runs, with the arithmetic. */
final class FunctionTimes {

    /** Those that a transaction passes. */
    static final List<Function> PASSED =
            List.of(Pipeline.VALIDATOR, Pipeline.PROCESSOR, Pipeline.ENRICHER, Pipeline.NOTIFIER);

    private static final long MILLION = 1_000_000;

    private FunctionTimes() {}

    static String of(Settings settings, Inputs inputs) {
        return String.join(
                "\n",
                """
                ## How long a function runs

                A function has one whole processor with %d MB of memory ("Configure Lambda function memory" of Lambda's guide) and
                the part of one that its memory is of that with less; it does one thing after another, so more than one buys it
                nothing, and no processor makes AWS answer sooner:

                    milliseconds = its own × %d ÷ memory + calls × %s, each begun millisecond a whole one

                A processor of that machine is taken for one of Lambda's, which it is not; and Lambda deals that part out
                in slices, so that a short event may well get more of it. So these are estimates, and on the dear
                side: what a function really took stands in the REPORT line of its log. What calls take is a guess; if each took
                twice as long, a million transactions would cost %s more.
                """.formatted(
                                Work.WHOLE_PROCESSOR_MEGABYTES,
                                Work.WHOLE_PROCESSOR_MEGABYTES,
                                plain(inputs.assumed().callMilliseconds()),
                                dollars(twice(settings, inputs))),
                Markdown.table(
                        List.of("function", "memory, MB:", "ms for an event:"),
                        PASSED.stream()
                                .map(function -> row(function, settings, inputs))
                                .toList()));
    }

    private static List<String> row(Function function, Settings settings, Inputs inputs) {
        var megabytes = settings.get(Options.memory(function));
        return List.of(
                function.name(),
                String.valueOf(megabytes),
                Running.arithmetic(
                        inputs.measured().of(function),
                        megabytes,
                        inputs.assumed().callMilliseconds()));
    }

    /** How much more a million transactions cost where each call takes twice as long. */
    private static BigDecimal twice(Settings settings, Inputs inputs) {
        var slow = inputs.answeredWithin(inputs.assumed().callMilliseconds().multiply(new BigDecimal("2")));
        return Usage.of(settings, slow, MILLION)
                .dollars()
                .subtract(Usage.of(settings, inputs, MILLION).dollars());
    }
}
