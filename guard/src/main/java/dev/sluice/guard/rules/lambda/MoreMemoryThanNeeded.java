package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** A function that has far more memory than somebody measured it needs. */
public final class MoreMemoryThanNeeded implements Rule {

    private static final String NEED = "memory-mb";
    private static final BigDecimal TOLERATED = new BigDecimal("1.5");

    /** What the provider sets where nothing is said. */
    private static final BigDecimal USUAL = BigDecimal.valueOf(128);

    private static final Card CARD = new Card(
            "lambda-more-memory-than-needed",
            Severity.NOTE,
            "A function has more memory than it is said to need",
            "Every millisecond is paid for by the memory that is set, used or not.",
            "Set memory_size to what is needed, or correct the tag or comment guard:memory-mb that states the need. More "
                    + "memory is more CPU too: where that is what the function needs, state so.",
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream()
                .flatMap(function -> cloud.stated().of(function, NEED).stream()
                        .flatMap(need -> found(
                                cloud,
                                function,
                                cloud.graph().spelled(need).asNumber().orElse(BigDecimal.ZERO))));
    }

    private Stream<Finding> found(Cloud cloud, Resource function, BigDecimal need) {
        if (need.signum() <= 0) {
            return Stream.of(cannotTell(function, "guard:" + NEED + " states no number of megabytes"));
        }
        var said = cloud.at(function, "memory_size");
        var memory = said.isAbsent() ? USUAL : said.asNumber().orElse(BigDecimal.ZERO);
        if (memory.signum() == 0) {
            return Stream.of(cannotTell(function, "how much memory it has is decided by a deploy"));
        }
        return memory.compareTo(need.multiply(TOLERATED)) > 0
                ? Stream.of(
                        broken(function, "it has " + memory.toPlainString() + " MB and needs " + need.toPlainString()))
                : Stream.empty();
    }
}
