package dev.sluice.compliance.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The runbook of findings: an entry for each rule, each in the file beside this class that is called as its rule. */
public final class Runbook {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");

    private Runbook() {}

    /** The entry of a rule, by the rule's id; empty where there is no such rule. */
    public static Optional<Entry> of(String rule) {
        if (!ID.matcher(rule).matches()) {
            return Optional.empty();
        }
        try (var file = Runbook.class.getResourceAsStream(rule + ".md")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(Entry.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
