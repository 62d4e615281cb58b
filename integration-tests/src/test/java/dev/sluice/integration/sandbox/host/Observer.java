package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.xray.XRayClient;

/**
 * What is known of a function from outside: what it printed, into the journal at once; the same to CloudWatch Logs, and its
 * traces to X-Ray, with the rights of its role and, as in Lambda, after the answer.
 */
final class Observer implements AutoCloseable {

    private final DeployedFunction function;
    private final Journal journal;
    private final Underway underway;
    private final CloudWatchLogsClient logs;
    private final XRayClient traces;
    private final Map<String, LogStream> streams = new ConcurrentHashMap<>();
    private final Map<String, Segments> segments = new ConcurrentHashMap<>();
    private final ExecutorService sender =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    Observer(DeployedFunction function, RoleClients clients, Journal journal, Underway underway) {
        this.function = function;
        this.journal = journal;
        this.underway = underway;
        this.logs = clients.logs();
        this.traces = clients.traces();
    }

    /** An invocation has ended. */
    void invoked(ExecutionEnvironment environment, Invocation invocation, ExecutionEnvironment.Went went) {
        for (var line : went.lines()) {
            journal.write(went.to(), new Event.Printed(function.name(), line));
            EmbeddedMetrics.in(line).forEach(measured -> journal.write(went.to(), measured));
        }
        underway.begin();
        sender.execute(() -> {
            try {
                send(environment.logStream(), invocation, went);
            } finally {
                underway.end();
            }
        });
    }

    private void send(String stream, Invocation invocation, ExecutionEnvironment.Went went) {
        streams.computeIfAbsent(stream, name -> new LogStream(logs, function.logGroup(), name))
                .put(went.to(), went.lines());
        if (function.traced()) {
            segments.computeIfAbsent(stream, name -> new Segments(traces, function))
                    .put(invocation, went);
        }
    }

    /** Sends what is left to send. */
    @Override
    public void close() {
        sender.close();
        logs.close();
        traces.close();
    }
}
