package dev.sluice.cli.guard;

import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.report.Checked;
import dev.sluice.guard.rule.Card;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What reads infrastructure and lets every rule look at it. */
public interface Guarding {

    /**
     * What the rules say of what lies at some paths, each a folder or a file, every one there.
     *
     * <p>What cannot be read is among what is told; the rest is checked all the same.
     */
    Checked check(List<Path> paths, Expectations expectations) throws IOException;

    /** The catalogue. */
    List<Card> rules();
}
