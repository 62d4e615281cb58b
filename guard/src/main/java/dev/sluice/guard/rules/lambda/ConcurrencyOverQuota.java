package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions that reserve more executions than an account lets them. */
public final class ConcurrencyOverQuota implements Rule {

    /** What Lambda keeps for functions that reserve nothing (AWS, "Configuring reserved concurrency"). */
    private static final int UNRESERVED = 100;

    private static final Card CARD = new Card(
            "lambda-concurrency-over-quota",
            Severity.ERROR,
            "Functions reserve more concurrency than the account has",
            "Lambda refuses a reservation that leaves fewer than 100 executions to all other functions, and the deploy "
                    + "fails.",
            "Reserve less, or have the quota raised and tell the guard what it is now.",
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        // The quota is a region's, and a provider is set up for one.
        Map<String, List<Resource>> byProvider = cloud.functions().all().stream()
                .collect(Collectors.groupingBy(
                        function -> function.written().at("provider").toString()));
        return byProvider.values().stream().flatMap(functions -> found(cloud, functions));
    }

    private Stream<Finding> found(Cloud cloud, List<Resource> functions) {
        int quota = cloud.expectations().concurrency();
        int sum = functions.stream()
                .mapToInt(function -> Reserved.of(cloud, function).orElse(0))
                .sum();
        if (sum <= quota - UNRESERVED) {
            return functions.stream()
                    .filter(function -> Reserved.isOpen(cloud, function))
                    .map(function -> cannotTell(function, "how much concurrency it reserves is decided by a deploy"));
        }
        return functions.stream()
                .filter(function -> Reserved.of(cloud, function).orElse(0) > 0)
                .max((one, other) -> Integer.compare(
                        Reserved.of(cloud, one).orElse(0),
                        Reserved.of(cloud, other).orElse(0)))
                .map(function -> broken(
                        function,
                        "it reserves " + Reserved.of(cloud, function).orElse(0) + " of " + sum + " in all, and of "
                                + quota + " executions " + UNRESERVED + " must stay unreserved"))
                .stream();
    }
}
