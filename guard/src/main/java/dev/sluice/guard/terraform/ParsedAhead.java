package dev.sluice.guard.terraform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A parser that remembers, so that it can be given many files at once before it is asked for them folder by folder: a
 * parser that is a program of its own is started once and not for each.
 */
final class ParsedAhead implements HclParser {

    private final HclParser parser;
    private final Map<Path, Parsed> known = new HashMap<>();

    ParsedAhead(HclParser parser) {
        this.parser = parser;
    }

    /** Parses what is not known yet, all of it at once. */
    void ahead(List<Path> files) {
        var others = new ArrayList<>(files);
        others.removeIf(known::containsKey);
        if (!others.isEmpty()) {
            known.putAll(parser.parse(others));
        }
    }

    @Override
    public Map<Path, Parsed> parse(List<Path> files) {
        ahead(files);
        var asked = new HashMap<Path, Parsed>();
        for (var file : files) {
            var parsed = known.get(file);
            if (parsed != null) {
                asked.put(file, parsed);
            }
        }
        return asked;
    }
}
