package dev.sluice.cli.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Lists the rows that did not get through, with every reason on a row of its own. */
final class RejectedFile implements AutoCloseable {

    private final CsvWriter csv;

    RejectedFile(Path file) throws IOException {
        this.csv = CsvWriter.builder().build(file);
        csv.writeRecord("line", "row", "code", "pointer", "detail");
    }

    synchronized void add(Row row, String code, String pointer, String detail) throws IOException {
        try {
            csv.writeRecord(String.valueOf(row.line()), String.valueOf(row.number()), code, pointer, detail);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
