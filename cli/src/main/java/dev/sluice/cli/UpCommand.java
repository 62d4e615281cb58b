package dev.sluice.cli;

import dev.sluice.console.Console;
import dev.sluice.console.door.Place;
import dev.sluice.local.LocalPipeline;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the pipeline on this machine until it is told to stop. */
@Command(
        name = "up",
        description = "Runs the whole pipeline on this machine, until it is interrupted.",
        footer = {
            "",
            "Everything is kept in the data folder; access.json there says how to reach the pipeline, and is what the "
                    + "other commands read. Started again on the same folder, it goes on where it stopped.",
            "",
            "The link to the console opens it once, within ten minutes; 'sluice console' prints a new one."
        })
final class UpCommand implements Callable<Integer> {

    /** Long enough for what is under way to end; a supervisor would kill after that anyway. */
    private static final int SECONDS_TO_CLOSE = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine alone). Any other is open to "
                    + "the network, without TLS: keys, sessions and transactions can be read on the way.")
    private String host = LocalPipeline.LOOPBACK;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new CannotRun("--port: a port is a number from 0 to 65535");
        }
        if (!hasAddress(host)) {
            throw new CannotRun("--host: there is no such address; 127.0.0.1 is this machine alone");
        }
        var stop = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var hook = new Thread(() -> endCleanly(stop, closed), "stop");
        var link = new AtomicReference<>("");
        try (var pipeline = LocalPipeline.start(data.path(), host, port, Console.beside(link::set))) {
            Runtime.getRuntime().addShutdownHook(hook);
            ready(spec.commandLine().getOut(), pipeline, link.get());
            awaitEnd(stop);
        } finally {
            closed.countDown();
            forget(hook);
        }
        return ExitCodes.DONE;
    }

    private static boolean hasAddress(String host) {
        try {
            return !host.isBlank() && InetAddress.getAllByName(host).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The process may go on to do something else: its end is then no longer this command's. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook runs by now, and waits for nothing any more.
        }
    }

    private void ready(PrintWriter out, LocalPipeline pipeline, String link) {
        out.println("Sluice is ready.");
        out.println("  url          " + pipeline.url());
        out.println("  console      " + link);
        out.println("  data folder  " + data.path().toAbsolutePath().normalize());
        out.println("  access file  "
                + data.path().resolve("access.json").toAbsolutePath().normalize());
        if (!new Place(host, pipeline.url().getPort()).isLoopback()) {
            out.println(
                    "  " + host + " is open to the network, without TLS: keys and transactions can be read on the way");
        }
        out.println("  stop it with Ctrl-C");
        out.flush();
    }

    private static void awaitEnd(CountDownLatch stop) {
        try {
            stop.await();
        } catch (InterruptedException e) {
            // Told to end as well, and not to be passed on: it would cut the closing short.
        }
    }

    /** Being told to stop is how this command ends well: its exit code is then 0, not that of a killed process. */
    private static void endCleanly(CountDownLatch stop, CountDownLatch closed) {
        stop.countDown();
        try {
            if (closed.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCodes.DONE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
