package dev.sluice.cli.replay;

import dev.sluice.cli.client.Unreachable;
import dev.sluice.cli.json.Json;
import java.util.Optional;

/** Knows what is stored. */
@FunctionalInterface
public interface Archive {

    /** Everything known about a transaction of ours; empty while it is not stored. */
    Optional<Json> find(String id) throws Unreachable, InterruptedException;
}
