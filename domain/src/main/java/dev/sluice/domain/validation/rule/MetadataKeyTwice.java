package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Two keys that are written differently can be the same once normalized. */
final class MetadataKeyTwice implements Rule {

    @Override
    public String code() {
        return "metadata_key_twice";
    }

    @Override
    public String sentence() {
        return "A metadata key stands for itself once normalized (Unicode NFC, trimmed)";
    }

    @Override
    public List<String> where() {
        return List.of("/metadata/*");
    }

    @Override
    public Stream<Finding> findings(Reading reading) {
        var seen = new HashSet<String>();
        return reading.metadata().stream()
                .filter(entry -> !seen.add(entry.key()))
                .map(entry -> new Finding(entry.pointer(), "another key that reads the same"));
    }
}
