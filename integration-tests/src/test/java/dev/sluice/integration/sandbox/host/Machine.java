package dev.sluice.integration.sandbox.host;

/** The processor of the machine that the sandbox runs on, in Lambda's names. */
final class Machine {

    private Machine() {}

    static boolean isArm() {
        return System.getProperty("os.arch").equals("aarch64");
    }

    /** {@code arm64} or {@code x86_64}. */
    static String architecture() {
        return isArm() ? "arm64" : "x86_64";
    }
}
