package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** How much may be said beside what is known. */
final class MetadataEntries implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.METADATA);

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
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var entries = reading.metadata().size();
        return entries > 20 ? Optional.of(entries + " entries") : Optional.empty();
    }
}
