package dev.sluice.integration.sandbox.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes what is sent to AWS and keeps it; refuses what it is told to. A request for {@code /wait} is held until let go. */
final class FakeAws implements AutoCloseable {

    /**
     * A call.
     *
     * @param what {@code AmazonSQS.SendMessage}, or the path where there is no such header
     * @param accessKey who signed it
     * @param body what was sent
     */
    record Call(String what, String accessKey, String body) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private FakeAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static FakeAws start() throws IOException {
        return new FakeAws();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on this is denied. */
    void refuse(String what) {
        refused.add(what);
    }

    /** Waits until somebody waits. */
    void awaitHeld() throws InterruptedException {
        held.await();
    }

    /** Lets go whoever waits. */
    void letGo() {
        letGo.countDown();
    }

    List<Call> calls(String what) {
        return calls.stream().filter(call -> call.what().equals(what)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/wait")) {
                held.countDown();
                letGo.await();
            }
            var headers = exchange.getRequestHeaders();
            var what = Optional.ofNullable(headers.getFirst("X-Amz-Target")).orElse(path);
            var signed = Optional.ofNullable(headers.getFirst("Authorization"))
                    .map(header -> header.replaceFirst(".*Credential=", "").replaceFirst("/.*", ""));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(what, signed.orElse(""), body));
            var denied = refused.contains(what);
            var answer = (denied ? "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}" : "{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(denied ? 400 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
