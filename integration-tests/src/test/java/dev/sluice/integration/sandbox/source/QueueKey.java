package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.Optional;

/** The key that a queue's messages are encrypted with. */
final class QueueKey {

    private QueueKey() {}

    /** Its ARN; empty where the queue has none of ours. A queue may name it by its ARN, its id or an alias. */
    static Optional<String> of(String queue, Deployment deployment) {
        return deployment
                .of("aws_sqs_queue")
                .filter(each -> each.need("arn").equals(queue))
                .flatMap(each -> each.text("kms_master_key_id").stream())
                .findFirst()
                .filter(key -> !key.startsWith("alias/aws/"))
                .map(key -> behind(key, deployment));
    }

    private static String behind(String key, Deployment deployment) {
        var named = deployment
                .of("aws_kms_alias")
                .filter(alias ->
                        alias.need("name").equals(key) || alias.text("arn").equals(Optional.of(key)))
                .map(alias -> alias.need("target_key_arn"))
                .findFirst();
        return named.or(() -> deployment
                        .of("aws_kms_key")
                        .filter(each -> each.text("key_id").equals(Optional.of(key)))
                        .map(each -> each.need("arn"))
                        .findFirst())
                .orElse(key);
    }
}
