package dev.sluice.benchmarks.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document with places for figures, each between two comments that name it. */
public record Report(Path document) {

    /**
     * Puts the text in the place of that name.
     *
     * @throws IllegalStateException where the document has no such place
     */
    public void write(String place, String text) throws IOException {
        Files.writeString(document, replaced(Files.readString(document), place, text));
    }

    static String replaced(String document, String place, String text) {
        var begin = "<!-- measured: " + place + " -->\n";
        var end = "<!-- end: " + place + " -->";
        var from = document.indexOf(begin);
        var to = document.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("the document has no place for the figures of '" + place + "'");
        }
        return document.substring(0, from + begin.length()) + "\n" + text + "\n" + document.substring(to);
    }
}
