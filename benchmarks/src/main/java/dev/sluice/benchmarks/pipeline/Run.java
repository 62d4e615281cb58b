package dev.sluice.benchmarks.pipeline;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.load.Pace;
import dev.sluice.benchmarks.load.Sender;
import dev.sluice.benchmarks.load.SignedRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Transactions sent as fast as they go through, from the first request to the last one enriched.
 *
 * @param perSecond transactions stored, up to the last one stored
 * @param enrichedPerSecond transactions stored and enriched, up to the last one enriched
 * @param serverMicros CPU of the pipeline's process, a transaction
 * @param senderMicros CPU of the sender, a transaction, on the same cores
 * @param peakBytes most memory of the pipeline's process since its start
 * @param fileBytes that the file grew by, a transaction
 */
record Run(
        double perSecond,
        double enrichedPerSecond,
        double serverMicros,
        double senderMicros,
        long peakBytes,
        double fileBytes) {

    static Run of(Settings settings, Path data, List<byte[]> bodies)
            throws IOException, SQLException, InterruptedException {
        try (var up = Up.ready(settings.repository(), data)) {
            return of(settings, up, bodies);
        }
    }

    /** On a process that runs already; its peak is that since its start. */
    static Run of(Settings settings, Up up, List<byte[]> bodies)
            throws IOException, SQLException, InterruptedException {
        var requests = SignedRequests.of(up.access(), bodies, Instant.now());
        try (var stored = new Stored(up.database())) {
            var before = stored.count();
            var sizeBefore = Files.size(up.database());
            var serverBefore = up.cpuSeconds();
            var senderBefore = Up.ownCpuSeconds();
            var sent = Sender.send(up.access().url(), requests, settings.connections(), new Pace.AsFastAsItGoes());
            var end = stored.await(before + bodies.size());
            var enriched = stored.awaitEnriched();
            var each = 1e6 / bodies.size();
            return new Run(
                    bodies.size() * 1e9 / (end - sent.firstSentAt()),
                    bodies.size() * 1e9 / (enriched - sent.firstSentAt()),
                    (up.cpuSeconds() - serverBefore) * each,
                    (Up.ownCpuSeconds() - senderBefore) * each,
                    up.peakBytes(),
                    (Files.size(up.database()) - sizeBefore) / (double) bodies.size());
        }
    }
}
