package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.NormalText;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;

/** How long a metadata key may be. */
final class MetadataKeyLength implements Rule {

    @Override
    public String code() {
        return "metadata_key_length";
    }

    @Override
    public String sentence() {
        return "A metadata key has 1 to 40 characters";
    }

    @Override
    public List<String> where() {
        return List.of("/metadata/*");
    }

    @Override
    public List<Finding> findings(Reading reading) {
        List<Finding> findings = List.of();
        for (var entry : reading.metadata()) {
            if (entry.key().isEmpty() || NormalText.length(entry.key()) > 40) {
                findings = Findings.and(findings, new Finding(entry.pointer(), Shapes.characters(entry.key())));
            }
        }
        return findings;
    }
}
