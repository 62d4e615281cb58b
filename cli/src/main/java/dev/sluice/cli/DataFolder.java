package dev.sluice.cli;

import dev.sluice.cli.client.Endpoint;
import dev.sluice.cli.client.Patience;
import dev.sluice.cli.client.PipelineClient;
import dev.sluice.cli.replay.Backlog;
import dev.sluice.local.Access;
import dev.sluice.local.Census;
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

    PipelineClient client(Patience patience) {
        return client(Access.read(path), patience);
    }

    /** What the pipeline of this folder still has to do. */
    Backlog backlog() {
        return backlog(path);
    }

    static Backlog backlog(Path data) {
        return acceptedBy -> Census.unsettled(data, acceptedBy);
    }

    static PipelineClient client(Access access, Patience patience) {
        var endpoint =
                new Endpoint(access.url(), access.apiKey(), access.source(), access.secret(), access.operatorToken());
        return new PipelineClient(endpoint, Clock.systemUTC(), patience);
    }
}
