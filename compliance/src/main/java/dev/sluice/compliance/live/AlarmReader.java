package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/**
 * Reads CloudWatch: each alarm, {@code aws_cloudwatch_metric_alarm.NAME} or {@code aws_cloudwatch_composite_alarm.NAME}.
 *
 * <p>Each is asked for its tags, a call an alarm, although one call could tell {@link Tagged} of a hundred: what is told
 * there may be some minutes old, and an alarm made a moment ago would be found without its tags, one that lost them not.
 */
final class AlarmReader implements ServiceReader {

    private static final Service CLOUDWATCH = new Service("cloudwatch");

    /** The most there are to a page, and the most that can be named at once. */
    private static final int PAGE = 100;

    private final CloudWatchClient cloudWatch;

    AlarmReader(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /**
     * An alarm that was listed.
     *
     * @param arn its ARN, by which its tags are asked for
     * @param resource all else of it
     */
    private record Listed(String name, String arn, LiveResource resource) {}

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var bearing = tagged.of("cloudwatch", "alarm:");
        var found = new ArrayList<>(listed(request -> request.alarmNamePrefix(scope.prefix())).stream()
                .filter(alarm -> scope.names(alarm.name()) || bearing.contains(alarm.name()))
                .toList());
        var others = bearing.stream()
                .filter(name -> !name.startsWith(scope.prefix()))
                .toList();
        for (int from = 0; from < others.size(); from += PAGE) {
            var names = others.subList(from, Math.min(from + PAGE, others.size()));
            found.addAll(listed(request -> request.alarmNames(names)));
        }
        return found.stream().flatMap(alarm -> tags(alarm, unread).stream()).toList();
    }

    private List<Listed> listed(Consumer<DescribeAlarmsRequest.Builder> which) {
        return CLOUDWATCH.list(
                "DescribeAlarms",
                () -> cloudWatch
                        .describeAlarmsPaginator(request -> request.applyMutation(which)
                                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                .maxRecords(PAGE))
                        .stream()
                        .flatMap(AlarmReader::of)
                        .toList());
    }

    private static Stream<Listed> of(DescribeAlarmsResponse page) {
        return Stream.concat(
                page.metricAlarms().stream()
                        .map(alarm -> new Listed(alarm.alarmName(), alarm.alarmArn(), Alarms.of(alarm))),
                page.compositeAlarms().stream()
                        .map(alarm -> new Listed(alarm.alarmName(), alarm.alarmArn(), Alarms.of(alarm))));
    }

    private Optional<Resource> tags(Listed alarm, Unread unread) {
        return CLOUDWATCH
                .about(alarm.resource(), unread)
                .of(
                        "ListTagsForResource",
                        () ->
                                cloudWatch
                                        .listTagsForResource(request -> request.resourceARN(alarm.arn()))
                                        .tags()
                                        .stream()
                                        .collect(Collectors.toMap(Tag::key, Tag::value)),
                        alarm.resource()::tags,
                        List.of("tags", "tags_all"))
                .made();
    }
}
