package dev.sluice.compliance.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** The tags of log groups, by ARN. */
record LogGroupTags(CloudWatchLogsClient logs) implements Tagging {

    private static final Set<String> ABSENT = Set.of("ResourceNotFoundException");

    /** What some of the service's own answers have behind an ARN, which stands for the streams in the group. */
    private static final String STREAMS = ":*";

    @Override
    public Optional<Map<String, String>> tags(String arn) {
        return Calls.find(
                "CloudWatch Logs ListTagsForResource",
                ABSENT,
                () -> logs.listTagsForResource(request -> request.resourceArn(group(arn)))
                        .tags());
    }

    @Override
    public void add(String arn, Map<String, String> tags) {
        Calls.make(
                "CloudWatch Logs TagResource",
                () -> logs.tagResource(
                        request -> request.resourceArn(group(arn)).tags(tags)));
    }

    private static String group(String arn) {
        return arn.endsWith(STREAMS) ? arn.substring(0, arn.length() - STREAMS.length()) : arn;
    }
}
