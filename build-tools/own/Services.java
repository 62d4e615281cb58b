import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.codec.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers as AWS's services do, as much as a rehearsal needs: every first call of a kind fails and is to be tried again, every
 * other one goes well. Keeps what a later function of the pipeline is handed.
 */
final class Services implements AutoCloseable {

    private static final Pattern MESSAGE = Pattern.compile("(?:^|&)Message=([^&]*)");
    private static final Pattern BODY = Pattern.compile("\"MessageBody\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern GET = Pattern.compile("\"Get\":");

    /** Of a question for what an account has done before: nothing. */
    private static final String BY_TIME = "ScanIndexForward";

    private static final String ITEM = "\"Item\":";

    private static final String PUBLISHED = """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>\
            00000000-0000-0000-0000-000000000001</MessageId></PublishResult><ResponseMetadata><RequestId>\
            00000000-0000-0000-0000-000000000002</RequestId></ResponseMetadata></PublishResponse>""";

    private static final String FAILED = """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Receiver</Type><Code>InternalError\
            </Code><Message>rehearsed</Message></Error><RequestId>00000000-0000-0000-0000-000000000002</RequestId>\
            </ErrorResponse>""";

    private record Answer(int status, String type, String text) {}

    private final Map<Function, List<String>> written = new ConcurrentHashMap<>();
    private final Set<String> failed = Collections.synchronizedSet(new HashSet<>());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Identity identity;
    private final HttpsServer server;
    private volatile List<String> writing = new ArrayList<>();

    Services(Identity identity) throws IOException {
        this.identity = identity;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a JVM is started with that calls them. */
    List<String> trust() {
        return identity.trust();
    }

    /** From here on first calls are first again, and what is written is that function's. */
    void begin(Function function) {
        failed.clear();
        writing = Collections.synchronizedList(new ArrayList<>());
        written.put(function, writing);
    }

    /** What a function published, sent or stored in its last rehearsal; of what it stored, the transactions' own items. */
    List<String> writtenBy(Function function) {
        return List.copyOf(written.getOrDefault(function, List.of()));
    }

    private String item() {
        return writtenBy(Pipeline.PROCESSOR).getFirst();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String action = target == null ? "Publish" : target.substring(target.indexOf('.') + 1);
            Answer answer = failed.add(action) ? failure(action) : success(action, body);
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("x-amzn-RequestId", "00000000-0000-0000-0000-000000000002");
            exchange.sendResponseHeaders(answer.status(), text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static Answer failure(String action) {
        return action.equals("Publish")
                ? new Answer(500, "text/xml", FAILED)
                : new Answer(
                        500,
                        "application/x-amz-json-1.0",
                        "{\"__type\":\"InternalServerError\",\"message\":\"rehearsed\"}");
    }

    private Answer success(String action, String body) {
        if (action.equals("Publish")) {
            Matcher message = MESSAGE.matcher(body);
            if (message.find()) {
                writing.add(URLDecoder.decode(message.group(1), StandardCharsets.UTF_8));
            }
            return new Answer(200, "text/xml", PUBLISHED);
        }
        String text = switch (action) {
            case "GetSecretValue" -> secret();
            case "TransactWriteItems" -> stored(body);
            case "TransactGetItems" ->
                "{\"Responses\":["
                        + GET.matcher(body).results().map(each -> "{}").collect(Collectors.joining(",")) + "]}";
            case "GetItem" -> "{\"Item\":" + item() + "}";
            case "BatchGetItem" -> "{\"Responses\":{\"" + Rehearsal.NAME + "\":[" + item() + "]}}";
            case "Query" ->
                body.contains(BY_TIME)
                        ? "{\"Count\":0,\"ScannedCount\":0,\"Items\":[]}"
                        : "{\"Count\":1,\"ScannedCount\":1,\"Items\":[" + item() + "]}";
            case "UpdateItem" -> "{}";
            case "SendMessage" -> sent(body);
            default -> throw new IllegalStateException("nobody has rehearsed " + action);
        };
        return new Answer(200, "application/x-amz-json-1.0", text);
    }

    private static String secret() {
        String written =
                "{\"secrets\":[{\"secret\":\"whsec_" + Base64.getEncoder().encodeToString(Events.KEY) + "\"}]}";
        return JsonText.object(json -> {
            json.writeStringField("Name", Rehearsal.NAME);
            json.writeStringField("SecretString", written);
        });
    }

    /** The first item of a transaction is the one that says all. */
    private String stored(String body) {
        int from = body.indexOf(ITEM) + ITEM.length();
        int depth = 0;
        boolean quoted = false;
        for (int at = from; at < body.length(); at++) {
            char c = body.charAt(at);
            if (quoted) {
                at += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                writing.add(body.substring(from, at + 1));
                break;
            }
        }
        return "{}";
    }

    /** The client compares the sum with what it sent. */
    private String sent(String body) {
        Matcher message = BODY.matcher(body);
        if (!message.find()) {
            throw new IllegalStateException("a message without a body: " + body);
        }
        // Our own messages are ASCII, with no other escape than these two.
        String text = message.group(1).replace("\\\"", "\"").replace("\\\\", "\\");
        writing.add(text);
        try {
            byte[] sum = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return "{\"MessageId\":\"1\",\"MD5OfMessageBody\":\""
                    + HexFormat.of().formatHex(sum) + "\"}";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
