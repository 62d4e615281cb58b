package dev.sluice.cli.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sluice.cli.mapping.Source;
import dev.sluice.cli.mapping.UndecodableBytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The records of a CSV file. A record that breaks the quoting rules costs its first line only: reading starts anew on
 * the line after it.
 */
final class CsvRecords implements AutoCloseable {

    /** A single cell, or a quote that nobody closed, may be this long. */
    private static final int LONGEST_CELL = 1 << 20;

    private final Path file;
    private final Source.Csv layout;
    private CloseableIterator<CsvRecord> iterator;
    /** Physical lines before the part that the iterator reads. */
    private long skipped;
    /** The line the next record starts on. */
    private long line = 1;

    /** What stands in a file where a record should. */
    sealed interface Found {}

    record Fields(long line, List<String> cells) implements Found {}

    record Broken(long line, String problem) implements Found {}

    CsvRecords(Path file, Source.Csv layout) throws IOException {
        this.file = file;
        this.layout = layout;
        this.iterator = startAfter(0);
    }

    Optional<Found> next() throws IOException {
        while (true) {
            CsvRecord csv;
            try {
                if (!iterator.hasNext()) {
                    return Optional.empty();
                }
                csv = iterator.next();
            } catch (CsvParseException e) {
                var broken = new Broken(line, "the quotes of the row are not as in RFC 4180");
                restart();
                return Optional.of(broken);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            var start = skipped + csv.getStartingLineNumber();
            line = start + 1 + lineEnds(csv);
            if (csv.getFieldCount() > 1 || !csv.getField(0).isBlank()) {
                return Optional.of(new Fields(start, csv.getFields()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        iterator.close();
    }

    private void restart() throws IOException {
        iterator.close();
        iterator = startAfter(line);
        line++;
    }

    private CloseableIterator<CsvRecord> startAfter(long lines) throws IOException {
        skipped = lines;
        var reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), UndecodableBytes.marking(layout.charset())));
        for (var i = 0L; i < lines; i++) {
            if (reader.readLine() == null) {
                break;
            }
        }
        if (lines == 0) {
            skipByteOrderMark(reader);
        }
        return CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(reader)
                .iterator();
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private static long lineEnds(CsvRecord csv) {
        var ends = 0L;
        for (var field : csv.getFields()) {
            ends += field.replace("\r\n", "\n")
                    .chars()
                    .filter(c -> c == '\n' || c == '\r')
                    .count();
        }
        return ends;
    }
}
