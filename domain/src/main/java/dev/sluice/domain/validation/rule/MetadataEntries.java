package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** How much may be said beside what is known. */
final class MetadataEntries implements FieldRule {

    @Override
    public String code() {
        return "metadata_entries";
    }

    @Override
    public String sentence() {
        return "A transaction's metadata has at most 20 entries";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.METADATA);
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return Optional.of(reading.metadata().size())
                .filter(entries -> entries > 20)
                .map(entries -> entries + " entries");
    }
}
