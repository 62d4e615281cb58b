package dev.sluice.integration.sandbox;

import dev.sluice.integration.sandbox.client.Access;
import dev.sluice.integration.sandbox.client.Alerts;
import dev.sluice.integration.sandbox.client.Operator;
import dev.sluice.integration.sandbox.client.Secret;
import dev.sluice.integration.sandbox.client.Sender;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A pipeline in an account, known by the stack's outputs alone: AWS itself runs it. */
final class AccountSandbox implements Sandbox, AutoCloseable {

    /** A message that is received five times is hidden for five minutes each time. */
    private static final Duration LONGEST = Duration.ofMinutes(35);

    /** After so long without anything to do the pipeline is taken to be done. */
    private static final Duration LONGEST_QUIET = Duration.ofMinutes(3);

    private static final Duration LONGEST_UNKNOWN = Duration.ofMinutes(8);

    private static final long BETWEEN_LOOKS = Duration.ofMillis(500).toNanos();
    private static final String SHARDS = "0123456789abcdef";

    private final String account;
    private final StackOutputs outputs;
    private final Secret secret;
    private final Sender sender;
    private final Operator operator;
    private final Alerts alerts;

    /**
     * A pipeline that is there.
     *
     * @param account the account's number
     */
    AccountSandbox(String account, Access access, StackOutputs outputs) {
        this.account = account;
        this.outputs = outputs;
        var api = URI.create(outputs.text("api_url"));
        operator = new Operator(api, access, outputs::text);
        var apiKey = access.apiKey(outputs.text("api_key_id_default"));
        secret = Secret.add(access, outputs.text("source_secrets_prefix") + "default");
        sender = Sender.of(api, apiKey, secret.value());
        alerts = Alerts.of(operator.sqs(), operator.sns(), outputs.text("topic_arn_alerts"));
        // A new key and plan take a while to be known everywhere, and a function keeps the secrets it has for minutes.
        if (within(LONGEST_UNKNOWN, () -> Optional.of(sender.send("{").status()).filter(status -> status == 400))
                .isEmpty()) {
            throw new IllegalStateException("the suite's key and secret are not taken");
        }
    }

    @Override
    public String target() {
        return "account ending with " + account.substring(Math.max(0, account.length() - 4));
    }

    @Override
    public String output(String name) {
        return outputs.text(name);
    }

    @Override
    public Sender sender() {
        return sender;
    }

    @Override
    public Operator operator() {
        return operator;
    }

    @Override
    public Alerts alerts() {
        return alerts;
    }

    @Override
    public <T> T await(String what, Supplier<Optional<T>> look) {
        return within(LONGEST, look)
                .orElseThrow(() -> new AssertionError(what + " did not come within " + LONGEST.toMinutes() + " min"));
    }

    /** Nothing waits for the enricher and nothing for the notifier. */
    @Override
    public void settle() {
        within(LONGEST_QUIET, () -> isQuiet() ? Optional.of(true) : Optional.empty());
    }

    private boolean isQuiet() {
        return operator.count("notifications") == 0
                && SHARDS.chars()
                        .noneMatch(shard -> operator.dynamoDb()
                                        .query(request -> request.tableName(output("table_name_transactions"))
                                                .indexName("received")
                                                .keyConditionExpression("receivedShard = :s")
                                                .expressionAttributeValues(
                                                        Map.of(":s", AttributeValue.fromS(Character.toString(shard)))))
                                        .count()
                                > 0);
    }

    private static <T> Optional<T> within(Duration longest, Supplier<Optional<T>> look) {
        var end = Instant.now().plus(longest);
        while (Instant.now().isBefore(end)) {
            var found = look.get();
            if (found.isPresent()) {
                return found;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    @Override
    public Optional<Emulation> emulation() {
        return Optional.empty();
    }

    @Override
    public void close() {
        try (secret) {
            alerts.close();
        }
    }
}
