package dev.sluice.infra.cost;

import dev.sluice.blueprint.Function;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * How long a function runs with so much memory, and what that costs for a number of events.
 *
 * @param megabytes the function's memory
 * @param milliseconds for one event, as charged
 * @param dollars for all the events, the price of being invoked left out, since memory does not change it
 * @param fits whether the memory that the function was measured to take fits
 */
public record MemorySize(int megabytes, BigDecimal milliseconds, BigDecimal dollars, boolean fits) {

    /** From the least that Lambda gives to what people ask for who want it fast; a whole processor is among them. */
    public static final List<Integer> COMPARED =
            List.of(128, 256, 512, 768, 1_024, 1_536, Work.WHOLE_PROCESSOR_MEGABYTES, 3_008);

    /** One of them. */
    public static MemorySize of(Function function, int megabytes, long events, Inputs inputs, Price price) {
        var line = Running.of(function, BigDecimal.valueOf(events), megabytes, inputs, price);
        return new MemorySize(
                megabytes,
                inputs.milliseconds(function, megabytes),
                line.dollars(),
                inputs.measured().of(function).fits(megabytes));
    }

    /** All that are compared, the smallest first. */
    public static List<MemorySize> all(Function function, long events, Inputs inputs, Price price) {
        return COMPARED.stream()
                .map(megabytes -> of(function, megabytes, events, inputs, price))
                .toList();
    }

    /** The cheapest of those that fit; of two that cost the same, the larger. */
    public static MemorySize cheapest(List<MemorySize> sizes) {
        return sizes.stream()
                .filter(MemorySize::fits)
                .min(Comparator.comparing(MemorySize::dollars)
                        .thenComparing(MemorySize::megabytes, Comparator.reverseOrder()))
                .orElseThrow(() -> new IllegalArgumentException("it fits into none of them"));
    }

    /** The fastest of those that fit; of two that are as fast, the cheaper. */
    public static MemorySize fastest(List<MemorySize> sizes) {
        return sizes.stream()
                .filter(MemorySize::fits)
                .min(Comparator.comparing(MemorySize::milliseconds).thenComparing(MemorySize::dollars))
                .orElseThrow(() -> new IllegalArgumentException("it fits into none of them"));
    }
}
