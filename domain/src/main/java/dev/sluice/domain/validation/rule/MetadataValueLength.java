package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.NormalText;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.stream.Stream;

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
    public Stream<Finding> findings(Reading reading) {
        return reading.metadata().stream()
                .flatMap(entry -> entry
                        .text()
                        .filter(text -> NormalText.length(text) > 500)
                        .map(text -> new Finding(entry.pointer(), Shapes.characters(text)))
                        .stream());
    }
}
