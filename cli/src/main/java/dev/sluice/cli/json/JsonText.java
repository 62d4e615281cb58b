package dev.sluice.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Reads and writes JSON text; at most 32 levels deep, no member twice. */
public final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build();

    private JsonText() {}

    /**
     * Reads one value with nothing after it.
     *
     * @throws IOException when the text is not JSON; its message quotes none of the text's values
     */
    public static Json read(byte[] text) throws IOException {
        try (var parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IOException("there is no JSON value");
            }
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("something follows the JSON value");
            }
            return value;
        }
    }

    /** One line, as programs read it. */
    public static String compact(Json value) {
        return write(value, false);
    }

    /** Indented, as people read it. */
    public static String indented(Json value) {
        return write(value, true);
    }

    private static Json value(JsonParser parser) throws IOException {
        var token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Str(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDecimalValue());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IOException("a value was expected");
        };
    }

    private static Json object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) throws IOException {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Arr(items);
    }

    private static String write(Json value, boolean indent) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            if (indent) {
                generator.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator to, Json value) throws IOException {
        switch (value) {
            case Json.Obj(var members) -> {
                to.writeStartObject();
                for (var member : members.entrySet()) {
                    to.writeFieldName(member.getKey());
                    write(to, member.getValue());
                }
                to.writeEndObject();
            }
            case Json.Arr(var items) -> {
                to.writeStartArray();
                for (var item : items) {
                    write(to, item);
                }
                to.writeEndArray();
            }
            case Json.Str(var text) -> to.writeString(text);
            case Json.Num(var number) -> to.writeNumber(number);
            case Json.Bool(var flag) -> to.writeBoolean(flag);
            case Json.Null() -> to.writeNull();
        }
    }
}
