package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Sources;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A mapping that does not listen to which records of a batch its function says have failed. */
public final class PartialFailuresIgnored implements Rule {

    private static final String REPORT = "ReportBatchItemFailures";

    private static final Card CARD = new Card(
            "lambda-partial-failures-ignored",
            Severity.ERROR,
            "A function reports which records failed, and its event source does not listen",
            "Without ReportBatchItemFailures an answer that names failed records counts as success: they are deleted, or "
                    + "passed by, and lost.",
            "Write function_response_types = [\"ReportBatchItemFailures\"] into the mapping.",
            "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream()
                .flatMap(function -> cloud.invocations().mappings(function).stream()
                        .filter(mapping -> cloud.sources().of(mapping) != Sources.Kind.OTHER)
                        .filter(mapping ->
                                reports(cloud, function, cloud.sources().of(mapping)))
                        .flatMap(mapping -> found(mapping, function)));
    }

    private Stream<Finding> found(Resource mapping, Resource function) {
        var types = mapping.at("function_response_types");
        if (listens(types)) {
            return Stream.empty();
        }
        return Stream.of(
                types.isAbsent() || types.isKnown()
                        ? broken(mapping, "it has no " + REPORT + ", and " + function + " reports failed records")
                        : cannotTell(mapping, "whether it has " + REPORT + " is decided by a deploy"));
    }

    /**
     * Where people state it, or where another source of the kind listens: a record of a queue is named by another
     * identifier than one of a stream, and code that reports the one need not report the other.
     */
    private static boolean reports(Cloud cloud, Resource function, Sources.Kind kind) {
        return cloud.stated()
                        .of(function, "reports")
                        .flatMap(Value::asText)
                        .filter("batch-item-failures"::equals)
                        .isPresent()
                || cloud.invocations().mappings(function).stream()
                        .filter(mapping -> cloud.sources().of(mapping) == kind)
                        .anyMatch(mapping -> listens(mapping.at("function_response_types")));
    }

    private static boolean listens(Value types) {
        return types.each().stream()
                .anyMatch(type -> type.asText().filter(REPORT::equals).isPresent());
    }
}
