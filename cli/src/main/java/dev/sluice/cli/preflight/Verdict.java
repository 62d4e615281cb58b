package dev.sluice.cli.preflight;

/** What a check comes to. */
public sealed interface Verdict {

    /** Nothing to report. */
    record Fine() implements Verdict {}

    /** A deploy would go through, and would be the worse for it. */
    record Warning(Remedy remedy) implements Verdict {}

    /** A deploy would fail. */
    record Stop(Remedy remedy) implements Verdict {}

    /** Nobody knows; what was found is why. */
    record CannotTell(Remedy remedy) implements Verdict {}
}
