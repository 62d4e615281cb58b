package dev.sluice.cli;

import dev.sluice.local.LocalPipeline;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
                    + "other commands read. Started again on the same folder, it goes on where it stopped."
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

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new CannotRun("--port: a port is a number from 0 to 65535");
        }
        var stop = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var hook = new Thread(() -> endCleanly(stop, closed), "stop");
        try (var pipeline = LocalPipeline.start(data.path(), port)) {
            Runtime.getRuntime().addShutdownHook(hook);
            ready(spec.commandLine().getOut(), pipeline);
            awaitEnd(stop);
        } finally {
            closed.countDown();
            forget(hook);
        }
        return ExitCodes.DONE;
    }

    /** The process may go on to do something else: its end is then no longer this command's. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook runs by now, and waits for nothing any more.
        }
    }

    private void ready(PrintWriter out, LocalPipeline pipeline) {
        out.println("Sluice is ready.");
        out.println("  url          " + pipeline.url());
        out.println("  data folder  " + data.path().toAbsolutePath().normalize());
        out.println("  access file  "
                + data.path().resolve("access.json").toAbsolutePath().normalize());
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
