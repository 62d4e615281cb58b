package dev.sluice.infra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of {@code docs} that is made from the code.
 *
 * @param name the file's name
 */
record Page(String name) {

    /** Writes every such page of this module anew. */
    static final String COMMAND =
            "./mvnw -pl infra-cdktf -am test -Dtest='*DocumentTest' -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dsluice.docs.write=true";

    /** The comment that a page begins with. */
    static final String HEADER = "<!-- Generated from the code of infra-cdktf. To write it anew: " + COMMAND + " -->";

    /** The page is that text; it is made so first, where that is asked for. */
    void is(String expected) {
        try {
            if (Boolean.getBoolean("sluice.docs.write")) {
                Files.writeString(path(), expected);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(path())
                .as("docs/" + name + " is stale; write it anew: " + COMMAND)
                .exists()
                .hasContent(expected);
    }

    /** What the page is now. */
    String text() {
        try {
            return Files.readString(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path() {
        return Path.of("").toAbsolutePath().resolveSibling("docs").resolve(name);
    }
}
