package dev.sluice.benchmarks.cold;

import dev.sluice.benchmarks.cold.PlainHttp.Asked;
import dev.sluice.benchmarks.cold.PlainHttp.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The services that the functions ask, each of which answers at once that all is well. What it cannot answer is refused, and
 * fails whoever asked.
 */
final class FakeAws implements AutoCloseable {

    private static final String JSON_1_0 = "application/x-amz-json-1.0";
    private static final String JSON_1_1 = "application/x-amz-json-1.1";

    private final Map<String, AtomicLong> asked = new ConcurrentHashMap<>();
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private final String secret;
    private final PlainHttp server;

    private FakeAws(String secret) throws IOException {
        this.secret = secret;
        server = PlainHttp.start(this::answer);
    }

    /**
     * Opens one.
     *
     * @param secret the text of every secret
     */
    static FakeAws start(String secret) throws IOException {
        return new FakeAws(secret);
    }

    /** As {@code AWS_ENDPOINT_URL} has it. */
    String url() {
        return "http://" + server.address();
    }

    /** How often each operation was asked for since it was opened. */
    Map<String, Long> calls() {
        var calls = new TreeMap<String, Long>();
        asked.forEach((operation, times) -> calls.put(operation, times.get()));
        return calls;
    }

    /** How often it was asked for anything. */
    long allCalls() {
        return asked.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** The last request for that operation, as it was sent; empty before the first. */
    String last(String operation) {
        return last.getOrDefault(operation, "");
    }

    private Reply answer(Asked request) {
        var operation = operation(request);
        asked.computeIfAbsent(operation, name -> new AtomicLong()).incrementAndGet();
        last.put(operation, request.body());
        return switch (operation) {
            case "Publish" -> Reply.of(200, "text/xml", AwsAnswers.PUBLISHED);
            case "GetSecretValue" -> Reply.of(200, JSON_1_1, AwsAnswers.secret(secret));
            case "SendMessage" -> Reply.of(200, JSON_1_0, AwsAnswers.sent(request.body()));
            case "Query" -> Reply.of(200, JSON_1_0, AwsAnswers.found(request.body()));
            case "TransactGetItems" -> Reply.of(200, JSON_1_0, AwsAnswers.got(request.body()));
            case "BatchGetItem" -> Reply.of(200, JSON_1_0, "{\"Responses\":{},\"UnprocessedKeys\":{}}");
            case "TransactWriteItems", "PutItem", "UpdateItem", "GetItem" -> Reply.of(200, JSON_1_0, "{}");
            default -> Reply.of(400, JSON_1_0, "{\"__type\":\"UnknownOperationException\"}");
        };
    }

    /** Query services name it in the form, JSON services in a header. */
    private static String operation(Asked request) {
        var target = request.header("x-amz-target");
        if (!target.isEmpty()) {
            return target.substring(target.indexOf('.') + 1);
        }
        var text = request.body();
        var from = text.indexOf("Action=") + "Action=".length();
        var to = text.indexOf('&', from);
        return to < from ? request.method() + " " + request.path() : text.substring(from, to);
    }

    @Override
    public void close() {
        server.close();
    }
}
