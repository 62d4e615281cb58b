package dev.sluice.infra.docs;

import dev.sluice.infra.cost.Inputs;
import dev.sluice.infra.settings.Settings;

/** The comparisons that people ask for, from the lines of the model. */
final class Comparisons {

    private Comparisons() {}

    static String of(Settings settings, Inputs inputs) {
        return String.join(
                "\n",
                "## Compared",
                "",
                "With the settings of `prod`, and the same prices.",
                "",
                MemoryComparison.of(settings, inputs),
                CapacityComparison.of(settings, inputs),
                LogComparison.of(settings, inputs),
                WarmComparison.of(settings, inputs));
    }
}
