package dev.sluice.integration.sandbox.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.TelemetryRecord;

/**
 * What Lambda sends to X-Ray of a process of a traced function (AWS X-Ray, "Segment documents"): one segment an invocation,
 * and once what the sender has counted.
 */
final class Segments {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS = 1000;

    private final XRayClient client;
    private final DeployedFunction function;
    private boolean counted;

    Segments(XRayClient client, DeployedFunction function) {
        this.client = client;
        this.function = function;
    }

    /** Sends the segment of an invocation. */
    void put(Invocation invocation, ExecutionEnvironment.Went went) {
        try {
            client.putTraceSegments(request -> request.traceSegmentDocuments(document(invocation, went)));
            if (!counted) {
                client.putTelemetryRecords(request -> request.telemetryRecords(TelemetryRecord.builder()
                        .timestamp(went.to())
                        .segmentsReceivedCount(1)
                        .segmentsSentCount(1)
                        .build()));
                counted = true;
            }
        } catch (SdkException e) {
            // Whether it was allowed is judged, and written down, where the call arrives.
        }
    }

    private String document(Invocation invocation, ExecutionEnvironment.Went went) {
        var segment = new LinkedHashMap<String, Object>();
        segment.put("name", function.name());
        segment.put("id", TraceHeader.segment());
        segment.put("trace_id", invocation.trace().root());
        segment.put("parent_id", invocation.trace().parent());
        segment.put("start_time", seconds(went.from()));
        segment.put("end_time", seconds(went.to()));
        segment.put("origin", "AWS::Lambda::Function");
        segment.put("resource_arn", function.arn());
        segment.put("fault", !(went.outcome() instanceof Outcome.Answered));
        segment.put("aws", Map.of("request_id", invocation.id()));
        try {
            return JSON.writeValueAsString(segment);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / MILLIS;
    }
}
