package dev.sluice.benchmarks.comparison;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.sluice.benchmarks.figures.Ratio;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads what {@link Medians} writes, and refuses what is not that: a typing error is not to pass for a missing ratio. */
final class MediansReader {

    static final String LOWER = "lower";
    static final String HIGHER = "higher";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    private MediansReader(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws IOException where it is not what is written there */
    static Medians read(String text) throws IOException {
        try (var parser = JSON.createParser(text)) {
            return new MediansReader(parser).medians();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("the stored medians are not what was written: " + e.getMessage(), e);
        }
    }

    private Medians medians() throws IOException {
        expect(JsonToken.START_OBJECT);
        var commands = new TreeMap<String, Remembered>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            commands.put(parser.currentName(), remembered());
        }
        if (parser.nextToken() != null) {
            throw new IOException("something follows the stored medians");
        }
        return new Medians(commands);
    }

    private Remembered remembered() throws IOException {
        expect(JsonToken.START_OBJECT);
        var machine = text("machine");
        var date = LocalDate.parse(text("date"));
        field("ratios");
        expect(JsonToken.START_OBJECT);
        var ratios = ratios();
        expect(JsonToken.END_OBJECT);
        return new Remembered(machine, date, ratios);
    }

    private List<Ratio> ratios() throws IOException {
        var ratios = new ArrayList<Ratio>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            expect(JsonToken.START_OBJECT);
            var median = number("median");
            var spread = number("spread");
            var better = text("better");
            if (!better.equals(LOWER) && !better.equals(HIGHER)) {
                throw new IOException("better is lower or higher, not " + better);
            }
            expect(JsonToken.END_OBJECT);
            ratios.add(new Ratio(name, median, better.equals(LOWER), spread));
        }
        return ratios;
    }

    private String text(String field) throws IOException {
        field(field);
        expect(JsonToken.VALUE_STRING);
        return parser.getText();
    }

    private double number(String field) throws IOException {
        field(field);
        if (!parser.nextToken().isNumeric()) {
            throw new IOException(field + " is no number");
        }
        return parser.getDoubleValue();
    }

    private void field(String name) throws IOException {
        expect(JsonToken.FIELD_NAME);
        if (!parser.currentName().equals(name)) {
            throw new IOException("expected " + name + ", not " + parser.currentName());
        }
    }

    private void expect(JsonToken wanted) throws IOException {
        var token = parser.nextToken();
        if (token != wanted) {
            throw new IOException("expected " + wanted + ", not " + token);
        }
    }
}
