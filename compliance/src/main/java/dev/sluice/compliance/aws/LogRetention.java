package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Wording;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** How long a log group keeps its lines; the target is its name. */
record LogRetention(CloudWatchLogsClient logs, LogGroupTags groups) implements RepairTarget {

    @Override
    public Optional<Present> present(Planned planned) {
        return group(planned.target())
                .flatMap(group -> groups.tags(group.arn())
                        .map(tags -> new Present(Wording.days(Optional.ofNullable(group.retentionInDays())), tags)));
    }

    /** The first of those that begin with a name, in their order, is the one that is no longer than the name. */
    private Optional<LogGroup> group(String name) {
        try {
            return logs.describeLogGroups(request -> request.logGroupNamePrefix(name)).logGroups().stream()
                    .filter(group -> group.logGroupName().equals(name))
                    .findFirst();
        } catch (SdkException e) {
            throw Failures.unavailable("CloudWatch Logs DescribeLogGroups", e);
        }
    }

    @Override
    public void change(Planned planned) {
        Calls.make(
                "CloudWatch Logs PutRetentionPolicy",
                () -> logs.putRetentionPolicy(request ->
                        request.logGroupName(planned.target()).retentionInDays(Wording.daysIn(planned.after()))));
    }
}
