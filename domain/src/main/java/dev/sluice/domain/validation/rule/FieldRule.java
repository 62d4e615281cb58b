package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    default List<Finding> findings(Reading reading) {
        var findings = new ArrayList<Finding>();
        for (var field : fields()) {
            wrong(reading, field).ifPresent(shape -> findings.add(new Finding(field.pointer(), shape)));
        }
        return findings;
    }
}
