package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service may do in its own name for something of the account.
 *
 * @param service {@code sns.amazonaws.com}
 * @param source the ARN of what it does it for: a topic, a rule
 */
record ByService(String service, String source, Judge judge, Notes notes) {

    /** Whether it may; the question is written down. */
    Judge.Verdict asked(String action, String arn) {
        var said = Map.of("aws:SourceArn", source);
        var verdict = judge.service(service, action, arn, said);
        notes.write(new Event.Asked(service, action, arn, said, verdict.allowed(), verdict.why()));
        return verdict;
    }

    /** Why it may not send there: not into the queue, or not with the queue's key; empty where it may. */
    Optional<String> refusal(String queue, Deployment deployment) {
        var sends = asked("sqs:SendMessage", queue);
        if (!sends.allowed()) {
            return Optional.of("may not send: " + sends.why());
        }
        return QueueKey.of(queue, deployment).flatMap(key -> {
            for (var action : List.of("kms:GenerateDataKey", "kms:Decrypt")) {
                var uses = asked(action, key);
                if (!uses.allowed()) {
                    return Optional.of("may not use the queue's key: " + action + ", " + uses.why());
                }
            }
            return Optional.empty();
        });
    }
}
