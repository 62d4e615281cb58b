package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.stream.Stream;

/** Every known field is of the JSON type it is read as. */
final class WrongType implements Rule {

    @Override
    public String code() {
        return "wrong_type";
    }

    @Override
    public String sentence() {
        return "A field has its own JSON type: an amount is a string or a number, merchant, "
                + "card, counterparty and metadata are objects, everything else is a string";
    }

    @Override
    public List<String> where() {
        return Stream.concat(Field.ALL.stream().map(field -> field.pointer().toString()), Stream.of("/metadata/*"))
                .toList();
    }

    @Override
    public List<Finding> findings(Reading reading) {
        List<Finding> findings = List.of();
        for (var field : Field.ALL) {
            var value = reading.written(field);
            if (value.isPresent() && !field.shape().fits(value.get())) {
                findings = Findings.and(findings, new Finding(field.pointer(), Shapes.kind(value.get())));
            }
        }
        for (var entry : reading.metadata()) {
            if (entry.text().isEmpty()) {
                findings = Findings.and(findings, new Finding(entry.pointer(), Shapes.kind(entry.value())));
            }
        }
        return findings;
    }
}
