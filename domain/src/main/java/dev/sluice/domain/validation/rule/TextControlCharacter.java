package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Reading;
import java.util.List;

/** Text carries no character that a terminal or a log would act on. */
final class TextControlCharacter implements Rule {

    /** All of them are in the basic plane, so that a char is enough. */
    private static int controls(String text) {
        var controls = 0;
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                controls++;
            }
        }
        return controls;
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
    public List<Finding> findings(Reading reading) {
        return TextPlaces.holding(reading, TextControlCharacter::controls, "control character");
    }
}
