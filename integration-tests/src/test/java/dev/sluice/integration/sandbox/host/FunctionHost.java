package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Runs the deployed functions as Lambda does: what was uploaded, with the configuration that was deployed, each in a JVM of its
 * own, with the credentials of its role.
 */
public final class FunctionHost implements Functions, AutoCloseable {

    private final URI endpoint;
    private final Function<DeployedFunction, Credentials> credentials;
    private final Journal journal;
    private final Path work;
    private final int slower;
    private final Underway underway = new Underway();
    private final Map<String, AsynchronousQueue> queues = new ConcurrentHashMap<>();
    private final List<HostedFunction> retired = new ArrayList<>();
    private volatile Map<String, HostedFunction> hosted = Map.of();

    private FunctionHost(
            URI endpoint, Function<DeployedFunction, Credentials> credentials, Journal journal, Path work, int slower) {
        this.slower = slower;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.journal = journal;
        this.work = work;
    }

    /**
     * Opens one; no process is started yet.
     *
     * @param endpoint where the functions, and the host in their name, find AWS
     * @param credentials those of a function's role
     * @param work an empty folder
     * @param slower how many times slower than Lambda this machine may be: an invocation is killed after so many of its
     *     timeouts
     */
    public static FunctionHost open(
            Deployment deployment,
            URI endpoint,
            Function<DeployedFunction, Credentials> credentials,
            Journal journal,
            Path work,
            int slower) {
        var host = new FunctionHost(endpoint, credentials, journal, work, slower);
        host.deploy(deployment);
        return host;
    }

    /** Something else was deployed: functions that it leaves as they are keep their process, the others start anew when invoked. */
    public synchronized void deploy(Deployment changed) {
        var next = new HashMap<String, HostedFunction>();
        for (var function : changed.functions()) {
            var variables = new FunctionVariables(function, Logging.of(changed, function), changed.region(), endpoint);
            var old = hosted.get(function.name());
            next.put(function.name(), old != null && old.runs(variables) ? old : host(variables));
        }
        var before = hosted;
        hosted = Map.copyOf(next);
        before.values().stream().filter(old -> !next.containsValue(old)).forEach(old -> {
            old.retire();
            retired.add(old);
        });
    }

    /** Gives up a function's process, as Lambda does when it likes; the next invocation finds a new one. */
    public synchronized void recycle(String function) {
        var old = find(function);
        var next = new HashMap<>(hosted);
        next.put(old.function().name(), host(old.variables()));
        hosted = Map.copyOf(next);
        old.retire();
        retired.add(old);
    }

    private HostedFunction host(FunctionVariables variables) {
        var function = variables.function();
        var clients = new RoleClients(endpoint, variables.region(), () -> credentials.apply(function));
        return new HostedFunction(
                new Launcher(variables, credentials, work, slower),
                new Observer(function, clients, journal, underway),
                new DeadLetters(function, clients, journal),
                journal);
    }

    /** Starts every function's process, all at once, and waits until they can be invoked. */
    public void warm() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = hosted.values().stream()
                    .map(each -> (Callable<Void>) () -> {
                        each.warm();
                        return null;
                    })
                    .toList();
            for (var started : threads.invokeAll(starts)) {
                started.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public Answer now(String function, String event, String by) {
        underway.begin();
        try {
            return find(function).invoke(request(function, event, by), 1);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            underway.end();
        }
    }

    @Override
    public void later(String function, String event, String by) {
        var name = find(function).function().name();
        queues.computeIfAbsent(name, each -> new AsynchronousQueue(each, () -> found(each), journal, underway))
                .add(request(function, event, by));
    }

    @Override
    public boolean isIdle() {
        return underway.isNothing();
    }

    @Override
    public long ended() {
        return underway.ended();
    }

    /** What a function has printed, as far as its invocations have ended. */
    public List<String> lines(String function) {
        var name = find(function).function().name();
        return journal.of(Event.Printed.class)
                .filter(printed -> printed.function().equals(name))
                .map(Event.Printed::line)
                .toList();
    }

    private Optional<HostedFunction> found(String named) {
        return hosted.values().stream()
                .filter(each -> each.function().goesBy(named))
                .findFirst();
    }

    private HostedFunction find(String named) {
        return found(named).orElseThrow(() -> new IllegalStateException("no function " + named + " is deployed"));
    }

    private static Request request(String function, String event, String by) {
        return new Request(UUID.randomUUID().toString(), function, event, by);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while a function was invoked", e);
    }

    /** Ends every process at once. */
    @Override
    public synchronized void close() {
        queues.values().forEach(AsynchronousQueue::close);
        hosted.values().forEach(HostedFunction::close);
        retired.forEach(HostedFunction::close);
    }
}
