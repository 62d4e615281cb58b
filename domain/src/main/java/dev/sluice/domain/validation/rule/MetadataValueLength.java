package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.NormalText;
import dev.sluice.domain.validation.reading.Reading;
import java.util.ArrayList;
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
        var findings = new ArrayList<Finding>();
        for (var entry : reading.metadata()) {
            entry.text()
                    .filter(text -> NormalText.length(text) > 500)
                    .ifPresent(text -> findings.add(new Finding(entry.pointer(), Shapes.characters(text))));
        }
        return findings;
    }
}
