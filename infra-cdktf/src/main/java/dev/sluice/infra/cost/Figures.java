package dev.sluice.infra.cost;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Figures that lie in a file of properties beside this class.
 *
 * @param name the file's
 * @param source the comment that it begins with: by what, where and when they were measured
 * @param values what it says, as text
 */
record Figures(String name, String source, Map<String, String> values) {

    Figures {
        values = Map.copyOf(values);
    }

    static Figures of(String name) {
        try (var file = Figures.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + name + " beside " + Figures.class.getName());
            }
            return of(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a file with that text. */
    static Figures of(String name, String text) {
        var read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var source = text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "));
        return new Figures(
                name,
                source,
                read.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, read::getProperty)));
    }

    /** The number of that name. */
    BigDecimal number(String key) {
        var text = Optional.ofNullable(values.get(key))
                .orElseThrow(() -> new IllegalStateException(name + " does not say " + key));
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalStateException(name + ": " + key + " is a number, not '" + text + "'", e);
        }
    }

    /** The whole number of that name. */
    int whole(String key) {
        try {
            return number(key).intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalStateException(name + ": " + key + " is a whole number", e);
        }
    }
}
