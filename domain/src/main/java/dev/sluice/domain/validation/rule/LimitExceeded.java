package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** One transaction moves no more than the source's policy allows. */
final class LimitExceeded implements FieldRule {

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
        return List.of(Field.AMOUNT);
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        return reading.type()
                .flatMap(type -> reading.money(field, Field.CURRENCY)
                        .filter(money -> reading.policy()
                                .limits()
                                .forOne(type, money.currency())
                                .filter(most -> money.minor() > most.minor())
                                .isPresent())
                        .map(money -> "more"));
    }
}
