package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.NormalText;
import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.Optional;

/** How long text may be that has no format of its own. */
final class TextLength implements FieldRule {

    private static final List<Field> FIELDS = List.of(Field.ACCOUNT_ID, Field.MERCHANT_NAME);

    @Override
    public String code() {
        return "text_length";
    }

    @Override
    public String sentence() {
        return "An accountId has 1 to 64 characters, a merchant's name 1 to 200";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> wrong(Reading reading, Field field) {
        var most = field == Field.ACCOUNT_ID ? 64 : 200;
        return reading.text(field)
                .filter(text -> text.isEmpty() || NormalText.length(text) > most)
                .map(Shapes::characters);
    }
}
