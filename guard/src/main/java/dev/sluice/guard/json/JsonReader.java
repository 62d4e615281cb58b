package dev.sluice.guard.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.sluice.guard.graph.Value;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/** Reads a JSON document whole, or says in which line it cannot be read. */
public final class JsonReader {

    /** Deeper than any plan, and shallow enough for a reader that calls itself. */
    private static final int DEEPEST = 200;

    /** The longest text: a dashboard or an API's document is one. */
    private static final int LONGEST_TEXT = 4_000_000;

    private static final int LONGEST_NAME = 50_000;
    private static final int LONGEST_NUMBER = 100;

    /** A plan of 5,000 resources has about 20 MB. */
    private static final long LONGEST_DOCUMENT = 256_000_000L;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxDocumentLength(LONGEST_DOCUMENT)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * A document.
     *
     * @throws NotJson where it is none, is not whole, or is beyond the limits
     * @throws IOException where it cannot be read at all
     */
    public static Json read(InputStream bytes) throws IOException, NotJson {
        try (var parser = FACTORY.createParser(bytes)) {
            return whole(parser);
        } catch (JsonProcessingException broken) {
            throw notJson(broken);
        } catch (CharConversionException notText) {
            throw new NotJson(1, "it is not text");
        }
    }

    /**
     * A document that is a text.
     *
     * @throws NotJson where it is none, is not whole, or is beyond the limits
     */
    public static Json read(String text) throws NotJson {
        try (var parser = FACTORY.createParser(text)) {
            return whole(parser);
        } catch (JsonProcessingException broken) {
            throw notJson(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", impossible);
        }
    }

    private static Json whole(JsonParser parser) throws IOException, NotJson {
        var first = parser.nextToken();
        if (first == null) {
            throw new NotJson(1, "it is empty");
        }
        var document = value(parser, first);
        if (parser.nextToken() != null) {
            throw new NotJson(line(parser), "something follows the document's end");
        }
        return document;
    }

    private static Json value(JsonParser parser, JsonToken token) throws IOException, NotJson {
        int line = line(parser);
        return switch (token) {
            case START_OBJECT -> object(parser, line);
            case START_ARRAY -> list(parser, line);
            case VALUE_STRING -> new Json.Str(parser.getText(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, line);
            case VALUE_TRUE -> new Json.Bool(true, line);
            case VALUE_FALSE -> new Json.Bool(false, line);
            default -> new Json.Null(line);
        };
    }

    private static Json number(JsonParser parser, int line) throws IOException, NotJson {
        var number = parser.getDecimalValue();
        if (!Value.isWithinReason(number)) {
            throw new NotJson(line, "a number in it has more digits than the guard reads (" + Value.MOST_DIGITS + ")");
        }
        return new Json.Num(number, line);
    }

    private static Json object(JsonParser parser, int line) throws IOException, NotJson {
        var members = new ArrayList<Json.Member>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            int nameLine = line(parser);
            members.add(new Json.Member(name, value(parser, parser.nextToken()), nameLine));
        }
        return new Json.Obj(members, line);
    }

    private static Json list(JsonParser parser, int line) throws IOException, NotJson {
        var items = new ArrayList<Json>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Json.Arr(items, line);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The library's own sentence repeats what it read, which may be a secret; ours does not. */
    private static NotJson notJson(JsonProcessingException broken) {
        var location = broken.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        return new NotJson(
                line,
                broken instanceof StreamConstraintsException
                        ? "it is deeper, or a text in it is longer, than the guard reads (" + DEEPEST + " levels, "
                                + LONGEST_TEXT + " characters)"
                        : "it is not JSON, or not all of it is there");
    }
}
