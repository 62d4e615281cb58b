package dev.sluice.integration.sandbox.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.integration.sandbox.deployed.Arn;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.TransactionIds;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a function's call put somewhere: the half of a transaction's way that the function itself goes. */
final class Effects {

    private Effects() {}

    /** What is written down of a call that was done; empty where it put nothing anywhere, or nothing of a transaction. */
    static Optional<Event.Passed> of(Deployment deployment, String role, Hearing hearing) {
        var operation = hearing.operation();
        var body = operation.request();
        var transactions = switch (operation.action()) {
            case "sns:Publish" -> TransactionIds.inMessage(body.form().getOrDefault("Message", ""));
            case "sqs:SendMessage" ->
                TransactionIds.inMessage(body.json().path("MessageBody").asText());
            case "sqs:SendMessageBatch" -> entries(body.json());
            case "dynamodb:PutItem" -> TransactionIds.inKey(body.json().path("Item"));
            case "dynamodb:UpdateItem" -> TransactionIds.inKey(body.json().path("Key"));
            case "dynamodb:TransactWriteItems" -> written(body.json());
            default -> Set.<String>of();
        };
        if (transactions.isEmpty() || hearing.needs().isEmpty()) {
            return Optional.empty();
        }
        var function = deployment.functions().stream()
                .filter(each -> each.roleName().equals(role))
                .findFirst();
        return function.map(each -> new Event.Passed(
                each.name(), place(hearing.needs().getFirst().arn()), transactions, true, operation.name()));
    }

    private static Set<String> entries(JsonNode body) {
        var found = new TreeSet<String>();
        body.path("Entries")
                .forEach(entry -> found.addAll(
                        TransactionIds.inMessage(entry.path("MessageBody").asText())));
        return found;
    }

    /** What is put counts: of the same transaction's other items only the counters are updated. */
    private static Set<String> written(JsonNode body) {
        var found = new TreeSet<String>();
        StreamSupport.stream(body.path("TransactItems").spliterator(), false)
                .flatMap(item -> Stream.of(
                        item.path("Put").path("Item"), item.path("Update").path("Key")))
                .forEach(item -> found.addAll(TransactionIds.inKey(item)));
        return found;
    }

    /** The name of a topic, a queue or a table. */
    private static String place(String arn) {
        var last = Arn.name(arn);
        return last.startsWith("table/") ? last.substring("table/".length()) : last;
    }
}
