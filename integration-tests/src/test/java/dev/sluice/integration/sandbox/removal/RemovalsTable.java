package dev.sluice.integration.sandbox.removal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was taken out and what went red, as a document. */
public final class RemovalsTable {

    private static final String HEAD = """
            # What was removed, what went red

            Made by the [sandbox suite](sandbox.md): each thing that can be taken out of the environment `dev` by itself was taken out
            of what was deployed, and the scenarios were run again. To make it anew, 15 minutes or so:

            ```sh
            ./mvnw verify -pl integration-tests -am -Dtest=SandboxTest -Dsurefire.failIfNoSpecifiedTests=false \\
              -Dsandbox.removals=all && cp integration-tests/target/sandbox/removals.md docs/sandbox-removals.md
            ```

            Not in it: what only the one who deploys needs of the key (`AdministeredByThisAccount`, `GrantedToServices`).

            | removed | which | went red | what it said |
            | --- | --- | --- | --- |
            """;

    private final List<String> rows = new ArrayList<>();

    /** Adds what came of one. */
    public void add(Removal removal, String red, List<String> said) {
        rows.add("| %s | %s | %s | %s |"
                .formatted(removal.kind().words(), cell(removal.what()), cell(red), cell(String.join(" — ", said))));
    }

    /** How many there are. */
    public int size() {
        return rows.size();
    }

    /** Writes it. Names and numbers that are new with each deploy are left out, so that runs can be compared. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, HEAD + String.join("\n", rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|")
                .replaceAll("(it|account)-[a-p]{32}", "$1-…")
                .replaceAll("(msg|poison|unreadable)-[0-9a-f-]{36}", "$1-…")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "…")
                .replaceAll("arn:aws:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:", "")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z?", "…");
    }
}
