package dev.sluice.integration.sandbox.host;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/**
 * The stream in CloudWatch Logs that one process's lines go to. A function without the right to it runs on without a log, as
 * in Lambda.
 */
final class LogStream {

    /** The service takes 10,000 events at once, and 1 MiB. */
    private static final int LARGEST_BATCH = 500;

    private final CloudWatchLogsClient client;
    private final String group;
    private final String name;
    private boolean created;

    LogStream(CloudWatchLogsClient client, String group, String name) {
        this.client = client;
        this.group = group;
        this.name = name;
    }

    /** Sends lines; the stream is made before the first. */
    void put(Instant at, List<String> lines) {
        try {
            if (!created) {
                client.createLogStream(request -> request.logGroupName(group).logStreamName(name));
                created = true;
            }
            for (var from = 0; from < lines.size(); from += LARGEST_BATCH) {
                var batch = lines.subList(from, Math.min(lines.size(), from + LARGEST_BATCH)).stream()
                        .map(line -> InputLogEvent.builder()
                                .timestamp(at.toEpochMilli())
                                .message(line)
                                .build())
                        .toList();
                client.putLogEvents(request ->
                        request.logGroupName(group).logStreamName(name).logEvents(batch));
            }
        } catch (SdkException e) {
            // Whether it was allowed is judged, and written down, where the call arrives.
        }
    }
}
