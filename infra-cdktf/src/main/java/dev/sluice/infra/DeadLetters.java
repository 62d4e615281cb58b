package dev.sluice.infra;

import com.hashicorp.cdktf.providers.aws.sqs_queue.SqsQueue;
import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Resource.DeadLetterQueue;
import java.time.Duration;
import software.constructs.Construct;

/** The dead-letter queues of a blueprint, encrypted by SQS's own keys. */
public final class DeadLetters extends Construct {

    /** How long a message that somebody has read stays hidden from the next reader. */
    private static final Duration VISIBILITY_TIMEOUT = Duration.ofMinutes(5);

    public DeadLetters(Construct scope, String id, Blueprint blueprint, Settings settings) {
        super(scope, id);
        for (var resource : blueprint.resources()) {
            if (resource instanceof DeadLetterQueue queue) {
                SqsQueue.Builder.create(this, queue.name())
                        .name(settings.nameOf(queue.name()))
                        .messageRetentionSeconds(queue.retention().toSeconds())
                        .visibilityTimeoutSeconds(VISIBILITY_TIMEOUT.toSeconds())
                        .sqsManagedSseEnabled(true)
                        .build();
            }
        }
    }
}
