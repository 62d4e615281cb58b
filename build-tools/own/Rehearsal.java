import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.blueprint.Pipeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs a function as Lambda does, through AWS's client of the Runtime API, with every event once, and keeps what it loads. */
record Rehearsal(Task task, Image image, Services services) {

    /** What every table, topic, queue and secret is called. */
    static final String NAME = "rehearsed";

    static final String TRACE = "Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=0";

    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
    private static final long SECONDS = 120;
    private static final int MOST = 6;

    /**
     * What was loaded and linked, as two rehearsals say in which no call took so long that it was given up on. A machine may be
     * too busy for that: then what was loaded without an error does as well, and is told to be another thing next time.
     */
    ClassList agreed() throws IOException, InterruptedException {
        List<ClassList> seen = new ArrayList<>();
        List<ClassList> hurried = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        while (seen.size() + hurried.size() + failures.size() < MOST) {
            try {
                ClassList list = ClassList.of(loaded(), task.jars());
                if (seen.contains(list)) {
                    return list;
                }
                (list.isHurried() ? hurried : seen).add(list);
            } catch (IllegalStateException e) {
                failures.add(e);
            }
        }
        seen.addAll(hurried);
        if (seen.isEmpty()) {
            throw failures.getFirst();
        }
        System.out.println(
                task.name() + ": this machine is too busy for two rehearsals that are alike; the archive will do, but"
                        + " another build of the same sources may differ from it");
        return seen.getFirst();
    }

    private Path loaded() throws IOException, InterruptedException {
        List<String> events = new Events(services).of(task.function());
        if (events.isEmpty()) {
            throw new IllegalStateException(task.name() + ": the functions before it left nothing to hand it");
        }
        services.begin(task.function());
        Path folder = task.folder().getParent();
        Path list = folder.resolve("loaded.txt");
        Path printed = folder.resolve("printed.txt");
        Files.deleteIfExists(list);
        BlockingQueue<String> waiting = new LinkedBlockingQueue<>(events);
        List<String> errors = new ArrayList<>();
        var answered = new CountDownLatch(events.size());
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext(INVOCATION, exchange -> {
            String path = exchange.getRequestURI().getPath().substring(INVOCATION.length());
            if (!path.equals("next")) {
                String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (!path.endsWith("/response") || text.contains("\"statusCode\":503")) {
                    errors.add(text);
                }
                exchange.sendResponseHeaders(202, -1);
                exchange.close();
                answered.countDown();
            } else if (!waiting.isEmpty()) {
                hand(exchange, waiting.remove());
            }
            // Whoever asks for more than there is waits until he is stopped.
        });
        api.start();
        try {
            Process process = start(list, printed, api.getAddress().getPort());
            try {
                process.onExit().thenRun(() -> events.forEach(event -> answered.countDown()));
                boolean all = answered.await(SECONDS, TimeUnit.SECONDS);
                String lines = Files.readString(printed);
                if (!all || !process.isAlive() || !errors.isEmpty() || lines.contains("\"level\":\"ERROR\"")) {
                    throw new IllegalStateException(
                            task.name() + " does not do in its rehearsal what it should: " + errors + "\n" + lines);
                }
            } finally {
                process.destroy();
                process.waitFor();
            }
        } finally {
            api.stop(0);
        }
        return list;
    }

    private static void hand(HttpExchange exchange, String event) throws IOException {
        try (exchange) {
            byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", "request-1");
            headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + SECONDS * 1000));
            headers.set(
                    "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-2:123456789012:function:" + NAME);
            headers.set("Lambda-Runtime-Trace-Id", TRACE);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Process start(Path list, Path printed, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(image.java().toString()));
        command.addAll(task.options());
        command.addAll(services.trust());
        command.addAll(List.of(
                "-XX:DumpLoadedClassList=" + list,
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                task.function().handler()));
        var builder = new ProcessBuilder(command)
                .directory(task.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables("127.0.0.1:" + port));
        return builder.start();
    }

    /** As Lambda sets them, and what the function is told. */
    private Map<String, String> variables(String api) {
        var all = new TreeMap<String, String>();
        task.function().uses().forEach(use -> all.put(use.environmentVariable(), NAME));
        all.put(Pipeline.SOURCES.environmentVariable(), "{\"default\":{\"zone\":\"Europe/London\"}}");
        all.put(Pipeline.METRICS.environmentVariable(), NAME);
        // So that every transaction goes all the way.
        all.put(Pipeline.RISK.environmentVariable(), "{\"flag_at\":1}");
        all.put("_HANDLER", task.function().handler());
        all.put("AWS_LAMBDA_RUNTIME_API", api);
        all.put("AWS_ENDPOINT_URL", services.url());
        all.put("AWS_REGION", "eu-west-2");
        all.put("AWS_DEFAULT_REGION", "eu-west-2");
        all.put("AWS_LAMBDA_FUNCTION_NAME", task.name());
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        all.put(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                Integer.toString(task.function().memoryMegabytes()));
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", NAME);
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", NAME);
        all.put("AWS_ACCESS_KEY_ID", NAME);
        all.put("AWS_SECRET_ACCESS_KEY", NAME);
        all.put("AWS_SESSION_TOKEN", NAME);
        all.put("LAMBDA_TASK_ROOT", task.folder().toString());
        all.put("LANG", "en_US.UTF-8");
        all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        all.put("TZ", ":UTC");
        return all;
    }
}
