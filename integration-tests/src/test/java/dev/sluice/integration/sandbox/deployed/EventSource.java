package dev.sluice.integration.sandbox.deployed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event source mapping: a queue or a stream, the function that it is read for, and how.
 *
 * @param address its address in Terraform
 * @param from the ARN of the queue or the stream
 * @param function the ARN of the function, with its qualifier
 * @param enabled whether anything is read
 * @param batch at most so many at once
 * @param patterns what a record has to match, one of them; none for every record
 * @param reportsFailures whether what the function names as failed is looked at
 * @param bisects whether a batch that fails is halved
 * @param retries how often a batch is tried again; -1 for as long as the stream holds it
 * @param failures where a batch's position goes that was given up on
 * @param start where in a stream it begins: {@code TRIM_HORIZON}, {@code LATEST}
 */
public record EventSource(
        String address,
        String from,
        String function,
        boolean enabled,
        int batch,
        List<String> patterns,
        boolean reportsFailures,
        boolean bisects,
        int retries,
        Optional<String> failures,
        String start) {

    static EventSource of(Stated source) {
        var patterns = new ArrayList<String>();
        source.at("filter_criteria", "0", "filter")
                .forEach(filter -> patterns.add(filter.get("pattern").asText()));
        return new EventSource(
                source.address(),
                source.need("event_source_arn"),
                source.need("function_name"),
                source.at("enabled").asBoolean(true),
                source.number(10, "batch_size"),
                List.copyOf(patterns),
                source.texts("function_response_types").contains("ReportBatchItemFailures"),
                source.at("bisect_batch_on_function_error").asBoolean(false),
                source.number(-1, "maximum_retry_attempts"),
                source.text("destination_config", "0", "on_failure", "0", "destination_arn"),
                source.text("starting_position").orElse("TRIM_HORIZON"));
    }

    /** Whether it is a table's stream and not a queue. */
    public boolean isStream() {
        return from.contains(":dynamodb:");
    }
}
