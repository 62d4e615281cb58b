package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Reading;
import java.util.ArrayList;
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
        var findings = new ArrayList<Finding>();
        var seen = new HashSet<String>();
        for (var entry : reading.metadata()) {
            if (!seen.add(entry.key())) {
                findings.add(new Finding(entry.pointer(), "another key that reads the same"));
            }
        }
        return findings;
    }
}
