package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Text that is kept: where it stands, and where it holds what it must not. */
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

    /** A finding for each text that holds any of what is counted. */
    static List<Finding> holding(Reading reading, ToIntFunction<String> count, String counted) {
        List<Finding> findings = List.of();
        for (var place : reading.unusualTexts()) {
            var found = count.applyAsInt(place.text());
            if (found > 0) {
                findings = Findings.and(findings, new Finding(place.pointer(), Shapes.counted(found, counted)));
            }
        }
        return findings;
    }
}
