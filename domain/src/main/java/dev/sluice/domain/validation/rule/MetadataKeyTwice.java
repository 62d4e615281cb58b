package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.MetadataEntry;
import dev.sluice.domain.validation.reading.Reading;
import java.util.HashSet;
import java.util.List;

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
    public List<Finding> findings(Reading reading) {
        if (areKeysAsWritten(reading.metadata())) {
            return List.of();
        }
        List<Finding> findings = List.of();
        var seen = new HashSet<String>();
        for (var entry : reading.metadata()) {
            if (!seen.add(entry.key())) {
                findings = Findings.and(findings, new Finding(entry.pointer(), "another key that reads the same"));
            }
        }
        return findings;
    }

    /** An object has no name twice, so that only where normalizing changed one, two can be the same. */
    private static boolean areKeysAsWritten(List<MetadataEntry> entries) {
        for (var entry : entries) {
            if (!entry.key().equals(entry.name())) {
                return false;
            }
        }
        return true;
    }
}
