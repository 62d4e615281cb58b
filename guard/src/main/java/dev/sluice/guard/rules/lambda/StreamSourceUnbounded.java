package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A stream's reader that a single record can hold up, or that drops what it gives up on. */
public final class StreamSourceUnbounded implements Rule {

    private static final Card CARD = new Card(
            "lambda-stream-source-unbounded",
            Severity.WARNING,
            "One bad record holds up its shard, or is dropped",
            "Lambda repeats a failing batch until its records are too old for the stream, and nothing behind them is read "
                    + "meanwhile. Without a target for failures, what it gives up on is gone.",
            "Set maximum_retry_attempts, maximum_record_age_in_seconds, bisect_batch_on_function_error = true and an "
                    + "on_failure destination.",
            "https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-errors.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_lambda_event_source_mapping").stream()
                .filter(mapping -> cloud.sources().isStream(mapping))
                .flatMap(mapping -> found(cloud, mapping));
    }

    private Stream<Finding> found(Cloud cloud, Resource mapping) {
        var lacking = new ArrayList<String>();
        var open = new ArrayList<String>();
        limit(cloud, mapping, "maximum_retry_attempts", lacking, open);
        limit(cloud, mapping, "maximum_record_age_in_seconds", lacking, open);
        var bisect = cloud.at(mapping, "bisect_batch_on_function_error");
        boolean single = cloud.number(mapping, "batch_size")
                .filter(BigDecimal.ONE::equals)
                .isPresent();
        if (bisect.isOpen()) {
            open.add("bisect_batch_on_function_error");
        } else if (!bisect.asTruth().orElse(false) && !single) {
            lacking.add("bisect_batch_on_function_error");
        }
        var target = mapping.at("destination_config", "on_failure", "destination_arn");
        if (target.isAbsent() || target.asText().filter(String::isEmpty).isPresent()) {
            lacking.add("an on_failure destination");
        }
        if (!lacking.isEmpty()) {
            return Stream.of(broken(mapping, "it lacks " + String.join(", ", lacking)));
        }
        return open.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        cannotTell(mapping, "what it has for " + String.join(", ", open) + " is decided by a deploy"));
    }

    /** For both limits -1 is none, and is what Lambda takes where nothing is said. */
    private static void limit(Cloud cloud, Resource mapping, String setting, List<String> lacking, List<String> open) {
        var said = cloud.at(mapping, setting);
        if (!said.isAbsent() && !said.isKnown()) {
            open.add(setting);
        } else if (said.asNumber().filter(number -> number.signum() >= 0).isEmpty()) {
            lacking.add(setting);
        }
    }
}
