package dev.sluice.cli.replay;

import dev.sluice.cli.mapping.Mapping;
import dev.sluice.cli.mapping.MappingMistake;
import dev.sluice.cli.mapping.Source;
import dev.sluice.cli.mapping.UnreadableCell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A CSV file by its mapping. */
final class CsvRows implements Rows {

    private final CsvRecords records;
    private final Columns columns;
    private final Mapping mapping;
    private final RowIds ids;
    private long number;

    private CsvRows(CsvRecords records, Columns columns, Mapping mapping, RowIds ids) {
        this.records = records;
        this.columns = columns;
        this.mapping = mapping;
        this.ids = ids;
    }

    static CsvRows open(Path file, Source.Csv layout, Mapping mapping, RowIds ids) throws IOException, MappingMistake {
        var records = new CsvRecords(file, layout);
        try {
            return new CsvRows(records, Columns.of(file, layout, records, mapping), mapping, ids);
        } catch (IOException | MappingMistake | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    @Override
    public Optional<Row> next() throws IOException {
        var next = records.next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        number++;
        return Optional.of(
                switch (next.get()) {
                    case CsvRecords.Broken(var line, var problem) -> new Row.Unreadable(number, line, "", problem);
                    case CsvRecords.Fields(var line, var fields) -> {
                        if (!columns.fits(fields)) {
                            yield new Row.Unreadable(
                                    number,
                                    line,
                                    "",
                                    "the row has " + fields.size() + " cells, not " + columns.count());
                        }
                        yield row(line, fields);
                    }
                });
    }

    private Row row(long line, List<String> fields) {
        try {
            return RowMaker.ready(mapping, number, line, ids.of(number), columns.cells(fields));
        } catch (UnreadableCell e) {
            return new Row.Unreadable(number, line, e.pointer(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
