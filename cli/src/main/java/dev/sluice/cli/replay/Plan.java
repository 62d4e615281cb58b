package dev.sluice.cli.replay;

import dev.sluice.cli.mapping.Mapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be replayed, and how.
 *
 * @param mapping absent only for JSON Lines that hold transactions as they are
 * @param state folder for what an interrupted replay needs to go on
 * @param report folder for the summary and the list of rejected rows
 * @param perSecond most sends a second; infinite for no limit
 * @param concurrency most requests at a time
 * @param resume whether an interrupted replay of the same file and mapping goes on
 */
public record Plan(
        Path file,
        FileFacts facts,
        Optional<Mapping> mapping,
        Path state,
        Path report,
        double perSecond,
        int concurrency,
        boolean resume) {}
