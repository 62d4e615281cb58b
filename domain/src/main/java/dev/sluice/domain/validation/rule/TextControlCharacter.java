package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Reading;
import java.util.List;
import java.util.stream.Stream;

/** Text carries no character that a terminal or a log would act on. */
final class TextControlCharacter implements Rule {

    private static long controls(String text) {
        return text.codePoints().filter(Character::isISOControl).count();
    }

    @Override
    public String code() {
        return "text_control_character";
    }

    @Override
    public String sentence() {
        return "Text has no control character (Unicode category Cc)";
    }

    @Override
    public List<String> where() {
        return TextPlaces.where();
    }

    @Override
    public Stream<Finding> findings(Reading reading) {
        return reading.texts()
                .filter(place -> controls(place.text()) > 0)
                .map(place ->
                        new Finding(place.pointer(), Shapes.counted(controls(place.text()), "control character")));
    }
}
