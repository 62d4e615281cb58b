package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Reading;
import dev.sluice.domain.validation.reading.Surrogates;
import java.util.List;

/** Text can be written in UTF-8. */
final class TextUnpairedSurrogate implements Rule {

    @Override
    public String code() {
        return "text_unpaired_surrogate";
    }

    @Override
    public String sentence() {
        return "Text has no unpaired surrogate";
    }

    @Override
    public List<String> where() {
        return TextPlaces.where();
    }

    @Override
    public List<Finding> findings(Reading reading) {
        return TextPlaces.holding(reading, Surrogates::unpaired, "unpaired surrogate");
    }
}
