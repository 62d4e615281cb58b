package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Amounts.dollars;
import static dev.sluice.infra.docs.Amounts.percent;
import static dev.sluice.infra.docs.Amounts.plain;
import static dev.sluice.infra.docs.Amounts.quantity;
import static dev.sluice.infra.docs.Amounts.times;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.cost.Inputs;
import dev.sluice.infra.cost.MemorySize;
import dev.sluice.infra.cost.Prices;
import dev.sluice.infra.cost.Work;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 3008 MB against 512 MB. */
final class MemoryComparison {

    private static final long MILLION = 1_000_000;
    private static final int MUCH = 3_008;
    private static final int LITTLE = 512;

    private MemoryComparison() {}

    static String of(Settings settings, Inputs inputs) {
        var price = Prices.running(settings.get(Options.ARCHITECTURE));
        var sizes = new LinkedHashMap<Function, List<MemorySize>>();
        for (var function : FunctionTimes.PASSED) {
            sizes.put(function, MemorySize.all(function, MILLION, inputs, price));
        }
        return String.join(
                "\n", """
                ### 3008 MB against 512 MB

                A million events of each function, by [the same arithmetic](#how-long-a-function-runs) and at %s a GB-second. In brackets:
                what was measured does not fit.
                """.formatted(price.dollars().toPlainString()), table(sizes), words(settings, inputs, sizes));
    }

    private static String table(Map<Function, List<MemorySize>> sizes) {
        var header = new ArrayList<>(List.of("memory, MB:"));
        sizes.keySet().forEach(function -> header.addAll(List.of(function.name() + ", ms:", "USD:")));
        var rows = MemorySize.COMPARED.stream()
                .map(megabytes -> Stream.concat(
                                Stream.of(String.valueOf(megabytes)),
                                sizes.values().stream().flatMap(of -> cells(at(megabytes, of))))
                        .toList())
                .toList();
        return Markdown.table(header, rows);
    }

    private static Stream<String> cells(MemorySize size) {
        return Stream.of(plain(size.milliseconds()), dollars(size.dollars()))
                .map(cell -> size.fits() ? cell : "(" + cell + ")");
    }

    private static String words(Settings settings, Inputs inputs, Map<Function, List<MemorySize>> sizes) {
        var much = transactions(sizes, inputs, of -> at(MUCH, of));
        var little = transactions(sizes, inputs, of -> at(LITTLE, of));
        return """
            - **Cheapest** of those that fit: %s.
            - **Fastest** of them: %s; beyond %d MB nothing gets faster.
            - **3008 MB cost %s times what 512 MB do**: %s instead of %s for the running of a million transactions, of which %s reach
              the notifier. The validator's millisecond with 3008 MB is 5.875 times as dear, and an event takes
              %s GB-milliseconds. The last %d MB, beyond a whole processor, buy nothing at all. That is why 3008 MB stand nowhere here.
            - **What is set**: %s. Less, where it fits, would save at most %s dollars of a million transactions. It would be paid for by every
              sender who meets a start, which takes longer as the part of a processor gets smaller, and by a heap with no
              room for a large batch.
            """.formatted(
                each(sizes, MemorySize::cheapest),
                each(sizes, MemorySize::fastest),
                Work.WHOLE_PROCESSOR_MEGABYTES,
                times(much, little),
                dollars(much),
                dollars(little),
                percent(inputs.assumed().flagged()),
                validator(sizes),
                MUCH - Work.WHOLE_PROCESSOR_MEGABYTES,
                FunctionTimes.PASSED.stream()
                        .map(function -> settings.get(Options.memory(function)) + " MB for the " + function.name())
                        .collect(Collectors.joining(", ")),
                dollars(saved(settings, inputs, sizes)));
    }

    /** Its two sizes in GB-milliseconds. */
    private static String validator(Map<Function, List<MemorySize>> sizes) {
        return Stream.of(MUCH, LITTLE)
                .map(megabytes -> {
                    var milliseconds = sizes.entrySet().stream()
                            .filter(of -> of.getKey().equals(Pipeline.VALIDATOR))
                            .map(of -> at(megabytes, of.getValue()).milliseconds())
                            .findFirst()
                            .orElseThrow();
                    var gigabytes = new BigDecimal(megabytes).divide(new BigDecimal("1024"));
                    return plain(milliseconds) + " ms × " + plain(gigabytes) + " GB = "
                            + quantity(milliseconds.multiply(gigabytes));
                })
                .collect(Collectors.joining(", instead of "));
    }

    /** What the cheapest sizes save of those that are set. */
    private static BigDecimal saved(Settings settings, Inputs inputs, Map<Function, List<MemorySize>> sizes) {
        var price = Prices.running(settings.get(Options.ARCHITECTURE));
        var set = new LinkedHashMap<Function, List<MemorySize>>();
        for (var function : sizes.keySet()) {
            set.put(
                    function,
                    List.of(MemorySize.of(function, settings.get(Options.memory(function)), MILLION, inputs, price)));
        }
        return transactions(set, inputs, List::getFirst)
                .subtract(transactions(sizes, inputs, MemorySize::cheapest))
                .max(BigDecimal.ZERO);
    }

    /** What the running of a million transactions costs with those sizes; few of them reach the notifier. */
    private static BigDecimal transactions(Map<Function, List<MemorySize>> sizes, Inputs inputs, Choice choice) {
        var sum = BigDecimal.ZERO;
        for (var of : sizes.entrySet()) {
            var dollars = choice.of(of.getValue()).dollars();
            sum = sum.add(
                    of.getKey().equals(Pipeline.NOTIFIER)
                            ? dollars.multiply(inputs.assumed().flagged())
                            : dollars);
        }
        return sum;
    }

    /** One of a function's sizes. */
    private interface Choice {
        MemorySize of(List<MemorySize> sizes);
    }

    private static String each(Map<Function, List<MemorySize>> sizes, Choice choice) {
        return sizes.entrySet().stream()
                .map(of -> "the " + of.getKey().name() + " with "
                        + choice.of(of.getValue()).megabytes() + " MB")
                .collect(Collectors.joining(", "));
    }

    private static MemorySize at(int megabytes, List<MemorySize> sizes) {
        return sizes.stream()
                .filter(size -> size.megabytes() == megabytes)
                .findFirst()
                .orElseThrow();
    }
}
