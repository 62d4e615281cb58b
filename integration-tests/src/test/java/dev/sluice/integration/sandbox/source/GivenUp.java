package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.EventSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What a destination is told of a batch that was given up on (AWS, "Retain discarded records for a DynamoDB event source"):
 * where it is in the stream, not what is in it.
 *
 * @param source how it was read
 * @param function for whom
 * @param shard the shard
 * @param batch what it was
 * @param failed whether the function failed, and did not only name records
 */
record GivenUp(EventSource source, DeployedFunction function, String shard, StreamBatch batch, boolean failed) {

    String body(Instant now) {
        var body = Json.object();
        body.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", source.function())
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", batch.retries() + 1);
        response(body.putObject("responseContext"));
        body.put("version", "1.0")
                .put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        var first = batch.records().getFirst();
        var last = batch.records().getLast();
        body.putObject("DDBStreamBatchInfo")
                .put("shardId", shard)
                .put("startSequenceNumber", first.number())
                .put("endSequenceNumber", last.number())
                .put("approximateArrivalOfFirstRecord", first.at().toString())
                .put("approximateArrivalOfLastRecord", last.at().toString())
                .put("batchSize", batch.records().size())
                .put("streamArn", source.from());
        return body.toString();
    }

    private void response(ObjectNode response) {
        response.put("statusCode", 200).put("executedVersion", function.version());
        if (failed) {
            response.put("functionError", "Unhandled");
        } else {
            response.putNull("functionError");
        }
    }
}
