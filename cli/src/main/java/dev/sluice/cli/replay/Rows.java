package dev.sluice.cli.replay;

import dev.sluice.cli.mapping.Mapping;
import dev.sluice.cli.mapping.MappingMistake;
import dev.sluice.cli.mapping.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The rows of a file, one after the other; a row that cannot be read does not hide those after it. */
public interface Rows extends AutoCloseable {

    /** The next row; empty at the end of the file. */
    Optional<Row> next() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Opens a file.
     *
     * @param mapping absent only for JSON Lines that hold transactions as they are
     * @throws MappingMistake when the mapping does not fit the file
     */
    static Rows open(Path file, Optional<Mapping> mapping, RowIds ids) throws IOException, MappingMistake {
        if (mapping.isPresent() && mapping.get().source() instanceof Source.Csv csv) {
            return CsvRows.open(file, csv, mapping.get(), ids);
        }
        return new JsonLineRows(file, mapping, ids);
    }
}
