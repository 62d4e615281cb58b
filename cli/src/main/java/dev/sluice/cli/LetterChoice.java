package dev.sluice.cli;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.local.delivery.LetterFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters somebody means. */
final class LetterChoice {

    @Option(names = "--function", paramLabel = "F", description = "Only those that this function gave up on.")
    private @Nullable String function;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Only those with TEXT in a reason, in any case of letters.")
    private @Nullable String reason;

    @Option(
            names = "--older-than",
            paramLabel = "D",
            converter = Age.class,
            description = "Only those given up on longer ago than D, such as PT1H or P7D.")
    private @Nullable Duration olderThan;

    @Option(
            names = "--younger-than",
            paramLabel = "D",
            converter = Age.class,
            description = "Only those given up on within D.")
    private @Nullable Duration youngerThan;

    boolean isAny() {
        return function == null && reason == null && olderThan == null && youngerThan == null;
    }

    LetterFilter at(Instant now) throws CannotRun {
        if (function != null
                && Pipeline.BLUEPRINT.functions().stream()
                        .noneMatch(f -> f.name().equals(function))) {
            throw new CannotRun("--function: there is no " + function + "; there are "
                    + Pipeline.BLUEPRINT.functions().stream()
                            .map(Function::name)
                            .collect(Collectors.joining(", ")));
        }
        return new LetterFilter(
                Optional.ofNullable(function),
                Optional.ofNullable(reason),
                Optional.ofNullable(olderThan).map(now::minus),
                Optional.ofNullable(youngerThan).map(now::minus));
    }
}
