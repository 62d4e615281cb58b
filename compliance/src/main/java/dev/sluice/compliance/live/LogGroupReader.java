package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** Reads CloudWatch Logs: each log group, {@code aws_cloudwatch_log_group.NAME}. */
final class LogGroupReader implements ServiceReader {

    private static final Service LOGS = new Service("logs");

    /** The services that write there, as their groups' names begin. */
    private static final List<String> WRITERS = List.of("/aws/lambda/", "/aws/apigateway/");

    /** How the provider writes that lines are kept for ever. */
    private static final int FOR_EVER = 0;

    private final CloudWatchLogsClient logs;

    LogGroupReader(CloudWatchLogsClient logs) {
        this.logs = logs;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var groups = new LinkedHashMap<String, LogGroup>();
        for (var writer : WRITERS) {
            beginning(writer + scope.prefix())
                    .filter(group -> scope.names(group.logGroupName().substring(writer.length())))
                    .forEach(group -> groups.put(group.logGroupName(), group));
        }
        tagged.of("logs", "log-group:").stream()
                .map(name -> name.endsWith(":*") ? name.substring(0, name.length() - 2) : name)
                .filter(name -> !groups.containsKey(name))
                .flatMap(name ->
                        beginning(name).filter(group -> group.logGroupName().equals(name)))
                .forEach(group -> groups.put(group.logGroupName(), group));
        return groups.values().stream()
                .flatMap(group -> group(group, unread).stream())
                .toList();
    }

    private Stream<LogGroup> beginning(String prefix) {
        return LOGS
                .list(
                        "DescribeLogGroups",
                        () -> logs.describeLogGroupsPaginator(request -> request.logGroupNamePrefix(prefix))
                                .logGroups())
                .stream();
    }

    private Optional<Resource> group(LogGroup told, Unread unread) {
        var name = told.logGroupName();
        // The ARN that ends with a star is the one of what is in the group.
        var arn = told.arn().endsWith(":*") ? told.arn().substring(0, told.arn().length() - 2) : told.arn();
        var group = LiveResource.of("aws_cloudwatch_log_group", name)
                .text("id", name)
                .text("name", name)
                .text("arn", arn)
                .text("kms_key_id", told.kmsKeyId())
                .number("retention_in_days", told.retentionInDays() == null ? FOR_EVER : told.retentionInDays());
        return LOGS.about(group, unread)
                .of(
                        "ListTagsForResource",
                        () -> logs.listTagsForResource(request -> request.resourceArn(arn))
                                .tags(),
                        group::tags,
                        List.of("tags", "tags_all"))
                .made();
    }
}
