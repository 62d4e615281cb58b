package dev.sluice.cli.replay;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.mapping.Cells;
import dev.sluice.cli.mapping.Mapping;
import dev.sluice.cli.mapping.Origin;
import dev.sluice.cli.mapping.UnreadableCell;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** JSON Lines; without a mapping each line is sent as it is, byte for byte. */
final class JsonLineRows implements Rows {

    /** The pipeline takes 128 KiB; what is longer than this is not even kept in memory. */
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final Optional<Mapping> mapping;
    private final RowIds ids;
    private long line;
    private long number;

    JsonLineRows(Path file, Optional<Mapping> mapping, RowIds ids) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        this.mapping = mapping;
        this.ids = ids;
    }

    @Override
    public Optional<Row> next() throws IOException {
        for (var bytes = readLine(); bytes.isPresent(); bytes = readLine()) {
            line++;
            if (!isBlank(bytes.get())) {
                number++;
                return Optional.of(row(bytes.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Row row(byte[] bytes) {
        if (bytes.length > LONGEST_LINE) {
            return new Row.Unreadable(number, line, "", "the line is longer than " + LONGEST_LINE + " bytes");
        }
        Json document;
        try {
            document = JsonText.read(bytes);
        } catch (IOException e) {
            return new Row.Unreadable(number, line, "", "the line is not one JSON value");
        }
        if (mapping.isEmpty()) {
            var id = RowMaker.messageId(document, ids.of(number));
            return new Row.Ready(number, line, id, bytes, Tally.of(document));
        }
        try {
            return RowMaker.ready(mapping.get(), number, line, ids.of(number), cells(document));
        } catch (UnreadableCell e) {
            return new Row.Unreadable(number, line, e.pointer(), String.valueOf(e.getMessage()));
        }
    }

    private static Cells cells(Json document) {
        return origin -> origin instanceof Origin.Pointer(var pointer)
                ? document.text(pointer).map(String::strip).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** A line without its end; of one that is too long only as much as shows that it is. */
    private Optional<byte[]> readLine() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (bytes.size() <= LONGEST_LINE) {
                bytes.write(read);
            }
        }
        return Optional.of(bytes.toByteArray());
    }

    private static boolean isBlank(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).isBlank();
    }
}
