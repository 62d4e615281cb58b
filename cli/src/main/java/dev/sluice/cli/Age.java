package dev.sluice.cli;

import java.time.DateTimeException;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration of ISO 8601, such as {@code PT1H} or {@code P7D}. */
final class Age implements ITypeConverter<Duration> {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    @Override
    public Duration convert(String text) {
        try {
            var age = Duration.parse(text);
            if (age.isNegative() || age.compareTo(LONGEST) > 0) {
                throw new TypeConversionException("'" + text + "' is no duration from PT0S to P36500D");
            }
            return age;
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is no duration of ISO 8601, such as PT1H or P7D");
        }
    }
}
