package dev.sluice.console.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What looks a page over from inside; its text lies beside the tests. */
enum Script {
    ACCESSIBILITY("accessibility.js"),
    CONTRAST("contrast.js");

    private final String file;

    Script(String file) {
        this.file = file;
    }

    /** What it found, a sentence each. */
    List<String> findings(Browser browser) {
        return browser.run(text()) instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of("it did not run");
    }

    private String text() {
        try (var in = Objects.requireNonNull(Script.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
