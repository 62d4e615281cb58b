package dev.sluice.handlers.aws;

/**
 * The SDK's own log, which a function does without: what goes wrong is in the exception, and what a call took in the
 * function's telemetry.
 */
final class SdkLog {

    /** Read by SLF4J before it makes its first logger. */
    private static final String PROVIDER = "slf4j.provider";

    private static final String NOWHERE = "org.slf4j.helpers.NOP_FallbackServiceProvider";

    /** It would write a line to say that it does as it was told. */
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private SdkLog() {}

    /** SLF4J is told so: otherwise it searches every jar for somebody who logs, and says in three lines that it found nobody. */
    static void goesNowhere() {
        if (System.getProperty(PROVIDER) == null) {
            System.setProperty(PROVIDER, NOWHERE);
            System.setProperty(VERBOSITY, "WARN");
        }
    }
}
