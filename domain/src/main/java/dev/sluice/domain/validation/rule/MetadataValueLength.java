package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.NormalText;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;

/** How long a metadata value may be. */
final class MetadataValueLength implements Rule {

    @Override
    public String code() {
        return "metadata_value_length";
    }

    @Override
    public String sentence() {
        return "A metadata value has at most 500 characters";
    }

    @Override
    public List<String> where() {
        return List.of("/metadata/*");
    }

    @Override
    public List<Finding> findings(Reading reading) {
        List<Finding> findings = List.of();
        for (var entry : reading.metadata()) {
            var text = entry.text();
            if (text.isPresent() && NormalText.length(text.get()) > 500) {
                findings = Findings.and(findings, new Finding(entry.pointer(), Shapes.characters(text.get())));
            }
        }
        return findings;
    }
}
