package dev.sluice.domain.validation.reading;

import dev.sluice.domain.submission.Written;
import java.util.Optional;

/**
 * One entry of the metadata.
 *
 * @param name its key as written
 * @param key normalized
 * @param text the value, normalized, where it is a string
 */
public record MetadataEntry(String name, String key, Written value, Optional<String> text) {

    static MetadataEntry of(String name, Written value) {
        return new MetadataEntry(name, NormalText.of(name), value, NormalText.of(value));
    }

    public Pointer pointer() {
        return Field.METADATA.pointer().member(name);
    }
}
