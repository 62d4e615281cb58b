package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
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
        List<Finding> findings = List.of();
        var fields = fields();
        for (var at = 0; at < fields.size(); at++) {
            var wrong = wrong(reading, fields.get(at));
            if (wrong.isPresent()) {
                findings = Findings.and(findings, new Finding(fields.get(at).pointer(), wrong.get()));
            }
        }
        return findings;
    }
}
