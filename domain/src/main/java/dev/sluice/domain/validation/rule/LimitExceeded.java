package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** One transaction moves no more than the source's policy allows. */
final class LimitExceeded implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.AMOUNT);

    @Override
    public String code() {
        return "limit_exceeded";
    }

    @Override
    public String sentence() {
        return "An amount is at most what the source's policy allows for its type and currency";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var type = reading.type();
        var money = reading.money(field);
        if (type.isEmpty() || money.isEmpty()) {
            return Optional.empty();
        }
        var most = reading.policy().limits().forOne(type.get(), money.get().currency());
        return most.isPresent() && money.get().minor() > most.get().minor() ? Optional.of("more") : Optional.empty();
    }
}
