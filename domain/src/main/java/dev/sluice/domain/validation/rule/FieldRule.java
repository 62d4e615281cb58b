package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule that asks the same of each of some fields. */
interface FieldRule extends Rule {

    List<Field> fields();

    /** The shape of what was found in the field, where it breaks the rule. */
    Optional<String> wrong(Reading reading, Field field);

    @Override
    default List<String> where() {
        return fields().stream().map(field -> field.pointer().toString()).toList();
    }

    @Override
    default Stream<Finding> findings(Reading reading) {
        return fields().stream()
                .flatMap(field -> wrong(reading, field).map(shape -> new Finding(field.pointer(), shape)).stream());
    }
}
