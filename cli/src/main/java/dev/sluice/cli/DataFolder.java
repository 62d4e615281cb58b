package dev.sluice.cli;

import dev.sluice.cli.client.Endpoint;
import dev.sluice.cli.client.Patience;
import dev.sluice.cli.client.PipelineClient;
import dev.sluice.cli.replay.Backlog;
import dev.sluice.local.Access;
import dev.sluice.local.Census;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** The folder a pipeline on this machine keeps everything in. */
final class DataFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The pipeline's data folder (default: ${DEFAULT-VALUE}).")
    private Path path = Path.of(".sluice");

    Path path() {
        return path;
    }

    /** Where the pipeline of this folder listens. */
    Access access() throws CannotRun {
        var file = path.resolve("access.json");
        if (!Files.exists(file)) {
            throw new CannotRun(
                    "there is no " + file + ": start a pipeline with 'sluice up --data " + path + "' first");
        }
        try {
            return Access.read(path);
        } catch (IOException | RuntimeException e) {
            // What was read may be quoted in the message, and there are secrets in it.
            throw new CannotRun(file + " cannot be read, or is not what 'sluice up' writes");
        }
    }

    PipelineClient client(Patience patience) throws CannotRun {
        return client(access(), patience);
    }

    /** What the pipeline of this folder still has to do. */
    Backlog backlog() {
        return backlog(path);
    }

    static Backlog backlog(Path data) {
        return () -> Census.read(data).waiting();
    }

    static PipelineClient client(Access access, Patience patience) {
        var endpoint = new Endpoint(
                URI.create(String.valueOf(access.url())),
                access.apiKey(),
                access.source(),
                access.secret(),
                access.operatorToken());
        return new PipelineClient(endpoint, Clock.systemUTC(), patience);
    }
}
