package dev.sluice.guard.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON as this package writes it: indented, and in ASCII, so that no text of an input steers a terminal. */
final class JsonOut {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonOut() {}

    /** What writes a document. */
    interface Document {
        void write(JsonGenerator to) throws IOException;
    }

    /** The text of a document, a line's end behind it. */
    static String indented(Document document) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            var lines = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            document.write(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", impossible);
        }
        // The one control character that JSON lets stand, and that a terminal may act on.
        return text.append('\n').toString().replace("\u007f", "\\u007f");
    }
}
