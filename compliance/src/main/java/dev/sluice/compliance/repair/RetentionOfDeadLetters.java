package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** A dead-letter queue keeps its letters for as long as the norm says. */
final class RetentionOfDeadLetters implements Remedy {

    private static final String RETENTION = "message_retention_seconds";

    /** What SQS keeps messages where nobody says how long. */
    private static final Duration UNSAID = Duration.ofDays(4);

    @Override
    public RepairKind kind() {
        return RepairKind.DEAD_LETTER_RETENTION;
    }

    @Override
    public Set<String> rules() {
        return Set.of("sqs-short-dead-letter-retention");
    }

    @Override
    public Draft draft(Resource queue, Cloud cloud, Norm norm) {
        return cloud.text(queue, "url")
                .map(url -> change(queue, url, cloud, norm))
                .map(Draft.Changes::of)
                .orElseGet(Draft.None::new);
    }

    private static Draft.Change change(Resource queue, String url, Cloud cloud, Norm norm) {
        var seconds = Duration.ofDays(norm.deadLetterDays()).toSeconds();
        return new Draft.Change(
                queue,
                Amended.with(queue, RETENTION, Value.number(seconds)),
                url,
                Wording.seconds(cloud.number(queue, RETENTION)
                        .map(BigDecimal::longValue)
                        .orElse(UNSAID.toSeconds())),
                Wording.seconds(seconds));
    }
}
