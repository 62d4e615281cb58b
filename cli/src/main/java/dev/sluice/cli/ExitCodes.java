package dev.sluice.cli;

/** What the command's exit codes mean. */
final class ExitCodes {

    /** Done. */
    static final int DONE = 0;

    /** Done, and something was refused or found. */
    static final int FOUND = 1;

    /** Wrong usage, or could not run. */
    static final int NOT_RUN = 2;

    private ExitCodes() {}
}
