package dev.sluice.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The transactions that ship with the project, and how to read them.
 *
 * @param rows a CSV file
 * @param mapping its mapping file
 */
record Sample(Path rows, Path mapping) {

    private static final String ROWS = "birmingham-200.csv";
    private static final String MAPPING = "birmingham-purchase-cards.yaml";

    /** Writes both where the demonstration can name them: what it does can then be done again by hand. */
    static Sample writtenInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Sample(written(ROWS, folder), written(MAPPING, folder));
    }

    private static Path written(String name, Path folder) throws IOException {
        var to = folder.resolve(name);
        try (var in = Sample.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IOException("the sample " + name + " was not built into this program");
            }
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }
}
