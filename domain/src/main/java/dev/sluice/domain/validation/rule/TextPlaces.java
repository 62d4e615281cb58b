package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import java.util.List;
import java.util.stream.Stream;

/** Where text stands that is kept. */
final class TextPlaces {

    private TextPlaces() {}

    static List<String> where() {
        return Stream.concat(
                        Field.ALL.stream()
                                .filter(field -> field.shape() != Field.Shape.GROUP)
                                .map(field -> field.pointer().toString()),
                        Stream.of("/metadata/*"))
                .toList();
    }
}
