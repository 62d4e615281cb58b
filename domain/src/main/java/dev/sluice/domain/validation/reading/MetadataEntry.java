package dev.sluice.domain.validation.reading;

import dev.sluice.domain.submission.Written;
import java.util.Optional;

/**
 * One entry of the metadata.
 *
 * @param key normalized
 * @param text the value, normalized, where it is a string
 */
public record MetadataEntry(Pointer pointer, String key, Written value, Optional<String> text) {

    static MetadataEntry of(String name, Written value) {
        return new MetadataEntry(
                Field.METADATA.pointer().member(name), NormalText.of(name), value, Reading.normalText(value));
    }
}
