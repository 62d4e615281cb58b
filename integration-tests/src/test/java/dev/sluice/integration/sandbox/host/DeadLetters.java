package dev.sluice.integration.sandbox.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.integration.sandbox.deployed.Arn;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Where the events go that were given up on (AWS, "Capturing records of Lambda asynchronous invocations", "Adding a dead-letter
 * queue"): a queue, sent to with the rights of the function's role.
 */
final class DeadLetters {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUEUE = "arn:aws:sqs:";
    private static final int LONGEST_MESSAGE = 1024;

    private final DeployedFunction function;
    private final RoleClients clients;
    private final Journal journal;

    DeadLetters(DeployedFunction function, RoleClients clients, Journal journal) {
        if (function.deadLetters().filter(target -> !target.startsWith(QUEUE)).isPresent()) {
            throw new IllegalStateException(function.name() + " has a dead-letter target that is no queue: "
                    + function.deadLetters().get() + "; only queues are known here");
        }
        this.function = function;
        this.clients = clients;
        this.journal = journal;
    }

    /**
     * Sends an event away for good.
     *
     * @param code the HTTP status that the last attempt was answered with: 200 for a function that failed
     * @param failure what the runtime said of it
     */
    void take(Request request, LambdaMetrics metrics, int code, String failure) {
        // AWS counts it as dropped wherever it goes: the function has not done it.
        metrics.dropped(Instant.now());
        if (function.deadLetters().isEmpty()) {
            passed("nowhere", false, "given up on; it has no dead-letter target");
            return;
        }
        var target = function.deadLetters().get();
        var name = Arn.name(target);
        try {
            send(target, request, code, failure);
            passed(name, true, "given up on");
        } catch (SdkException e) {
            metrics.deadLetterFailed(Instant.now());
            passed(
                    name,
                    false,
                    "the dead-letter target refused it: " + e.getClass().getSimpleName());
        }
    }

    private void send(String target, Request request, int code, String failure) {
        var parts = target.substring(QUEUE.length()).split(":", -1);
        var url = clients.endpoint().resolve("/" + parts[1] + "/" + parts[2]).toString();
        try (var sqs = clients.sqs()) {
            sqs.sendMessage(message -> message.queueUrl(url)
                    .messageBody(request.event())
                    .messageAttributes(Map.of(
                            "RequestID", attribute("String", request.id()),
                            "ErrorCode", attribute("Number", Integer.toString(code)),
                            "ErrorMessage", attribute("String", message(failure)))));
        }
    }

    private static String message(String failure) {
        String said;
        try {
            said = JSON.readTree(failure).path("errorMessage").asText();
        } catch (IOException e) {
            said = failure;
        }
        var bytes = (said.isEmpty() ? "no message" : said).getBytes(StandardCharsets.UTF_8);
        return new String(bytes, 0, Math.min(bytes.length, LONGEST_MESSAGE), StandardCharsets.UTF_8);
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private void passed(String to, boolean arrived, String detail) {
        journal.write(Instant.now(), new Event.Passed(function.name(), to, Set.of(), arrived, detail));
    }
}
