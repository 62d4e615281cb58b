package dev.sluice.cli.preflight;

import java.nio.file.Path;
import java.util.Optional;

/** The machine that a stack is deployed from. */
public interface Machine {

    /** Its Terraform; empty where there is none. */
    Answer<Optional<Version>> terraform() throws InterruptedException;

    /** Its Node; empty where there is none. */
    Answer<Optional<Version>> node() throws InterruptedException;

    /** CDKTF's command line in the repository; empty where there is none. */
    Answer<Optional<Version>> cdktf();

    /** The version of it that the repository's package.json names. */
    Answer<Version> pinnedCdktf();

    /** The major version of the Java that runs. */
    int java();

    /** Whether there is a file at a path, as seen from the stack's folder. */
    boolean holds(Path file);
}
