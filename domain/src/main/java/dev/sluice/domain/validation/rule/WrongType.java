package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.Arrays;
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
        return Stream.concat(
                        Arrays.stream(Field.values())
                                .map(field -> field.pointer().toString()),
                        Stream.of("/metadata/*"))
                .toList();
    }

    @Override
    public Stream<Finding> findings(Reading reading) {
        return Stream.concat(
                Arrays.stream(Field.values())
                        .flatMap(field -> reading
                                .written(field)
                                .filter(value -> !field.shape().fits(value))
                                .map(value -> new Finding(field.pointer(), Shapes.kind(value)))
                                .stream()),
                reading.metadata().stream()
                        .filter(entry -> entry.text().isEmpty())
                        .map(entry -> new Finding(entry.pointer(), Shapes.kind(entry.value()))));
    }
}
