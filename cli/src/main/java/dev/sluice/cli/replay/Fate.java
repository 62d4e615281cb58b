package dev.sluice.cli.replay;

import dev.sluice.cli.client.PipelineClient;
import dev.sluice.cli.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the pipeline knows of an id.
 *
 * @param storedFrom when the request arrived whose content is stored; empty where none is
 * @param assessed whether the risk rules have been asked
 * @param conflicts when requests with other content arrived
 */
record Fate(Optional<Instant> storedFrom, boolean assessed, boolean flagged, Set<Instant> conflicts) {

    private static final String RECEIVED = "received";
    private static final Set<String> FLAGGED = Set.of("flagged", "notified");

    static Fate absent() {
        return new Fate(Optional.empty(), false, false, Set.of());
    }

    static Fate of(Json document) {
        var status = document.text("/status").map(s -> s.toLowerCase(Locale.ROOT));
        var conflicts = new HashSet<Instant>();
        for (var conflict : document.items("/conflicts")) {
            PipelineClient.instant(conflict, "/receivedAt").map(Fate::millis).ifPresent(conflicts::add);
        }
        return new Fate(
                PipelineClient.instant(document, "/receivedAt").map(Fate::millis),
                status.filter(s -> !s.equals(RECEIVED)).isPresent(),
                status.filter(FLAGGED::contains).isPresent(),
                conflicts);
    }

    /** Times are kept to the millisecond. */
    static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
