package dev.sluice.integration.sandbox.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A function for the host's own tests, uploaded as an archive: does what the event, a JSON string, tells it to. */
public final class Tiny {

    /** What the runtime calls. */
    public void handle(InputStream event, OutputStream answer) throws IOException {
        var what = new String(event.readAllBytes(), StandardCharsets.UTF_8).replace("\"", "");
        answer.write(('"' + did(what) + '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String did(String what) throws IOException {
        return switch (what) {
            case "print" -> {
                System.out.println("one line");
                System.out.println("""
                        {"f":"tiny","Seen":3,"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"Own",\
                        "Dimensions":[["f"]],"Metrics":[{"Name":"Seen","Unit":"Count"}]}]}}""");
                yield "printed";
            }
            case "throw" -> throw new IllegalStateException("it was told to");
            case "exit" -> {
                Runtime.getRuntime().halt(7);
                yield "never";
            }
            case "hang" -> {
                while (true) {
                    LockSupport.park();
                }
            }
            case "wait" -> {
                try (var in = URI.create(System.getenv("AWS_ENDPOINT_URL") + "/wait")
                        .toURL()
                        .openStream()) {
                    in.readAllBytes();
                }
                yield "waited";
            }
            case "variables" ->
                System.getenv().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .sorted()
                        .collect(Collectors.joining(";"));
            case "process" -> Long.toString(ProcessHandle.current().pid());
            case "trace" -> System.getProperty("com.amazonaws.xray.traceHeader");
            default -> what;
        };
    }
}
