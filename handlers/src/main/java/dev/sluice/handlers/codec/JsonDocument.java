package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.sluice.domain.submission.Members;
import dev.sluice.domain.submission.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly: valid UTF-8, one object, no name twice (I-JSON, RFC 7493), within bounds, numbers as
 * the text they were written in.
 */
public final class JsonDocument {

    /** Longest number literal; more digits than any amount has by far, few enough to cost nothing. */
    private static final int LONGEST_NUMBER = 1_000;

    /** How many sets of buffers are kept: as many as are ever read with at once by a few cores. */
    private static final int POOLED = 64;

    private final JsonBounds bounds;
    private final JsonFactory factory;

    private JsonDocument(JsonBounds bounds) {
        this.bounds = bounds;
        this.factory = JsonFactory.builder()
                // The default pool keeps buffers for each thread, which every virtual thread would make anew.
                .recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED))
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                // The parser's table of names is shared by all documents, and names whose hashes collide, which any
                // sender can choose, break it for good: every later document would fail.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(bounds.depth())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(bounds.bytes())
                        .maxNameLength(bounds.bytes())
                        .build())
                .build();
    }

    public static JsonDocument within(JsonBounds bounds) {
        return new JsonDocument(bounds);
    }

    /** Reads one document; never throws for what it holds. */
    public Parsed read(byte[] bytes) {
        if (bytes.length > bounds.bytes()) {
            return new Parsed.Malformed("the document is longer than " + bounds.bytes() + " bytes");
        }
        try {
            return read(isAscii(bytes) ? new String(bytes, StandardCharsets.ISO_8859_1) : decoded(bytes));
        } catch (CharacterCodingException e) {
            return new Parsed.Malformed("the document is not valid UTF-8");
        }
    }

    private static boolean isAscii(byte[] bytes) {
        var all = 0;
        // Without an early end, so that many are looked at in one step.
        for (var b : bytes) {
            all |= b;
        }
        return all >= 0;
    }

    /** Decoded here and not by the parser, which lets some invalid sequences pass. */
    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Reads one document that is text already. */
    public Parsed read(String text) {
        try (var parser = factory.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Parsed.Malformed("the document is not a JSON object");
            }
            var root = group(parser);
            if (parser.nextToken() != null) {
                return new Parsed.Malformed("something follows the JSON object" + place(parser.currentTokenLocation()));
            }
            return new Parsed.Document(root);
        } catch (StreamConstraintsException e) {
            return new Parsed.Malformed("the document nests deeper than " + bounds.depth()
                    + " levels or holds a number of more than " + LONGEST_NUMBER + " characters");
        } catch (NameTwice e) {
            return new Parsed.Malformed("an object has the same name twice" + place(e.at));
        } catch (JsonProcessingException e) {
            return new Parsed.Malformed("the document is not valid JSON" + place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    private static Written value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> group(parser);
            case START_ARRAY -> listing(parser);
            case VALUE_STRING -> new Written.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Written.Numeral(parser.getText());
            case VALUE_TRUE -> new Written.Truth(true);
            case VALUE_FALSE -> new Written.Truth(false);
            case VALUE_NULL -> new Written.Nothing();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value starts with " + token);
        };
    }

    private static Written.Group group(JsonParser parser) throws IOException {
        var members = new Members();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (members.has(name)) {
                throw new NameTwice(parser.currentTokenLocation());
            }
            members.add(name, value(parser, parser.nextToken()));
        }
        return members.group();
    }

    private static Written.Listing listing(JsonParser parser) throws IOException {
        var items = new ArrayList<Written>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Written.Listing(items);
    }

    /** Only the place is told: the parser's own message quotes the document, which may hold a card number. */
    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    /** An object with a name that it has already. */
    private static final class NameTwice extends JsonProcessingException {
        private static final long serialVersionUID = 1L;
        private final transient JsonLocation at;

        NameTwice(JsonLocation at) {
            super("a name twice");
            this.at = at;
        }
    }
}
