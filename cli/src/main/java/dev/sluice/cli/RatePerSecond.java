package dev.sluice.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 200/s} or {@code 200}. */
final class RatePerSecond implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        if (!text.matches("[0-9]{1,7}(\\.[0-9]{1,3})?(/s)?")) {
            throw new TypeConversionException("'" + text + "' is no rate, such as 200/s");
        }
        var rate = Double.parseDouble(text.replace("/s", ""));
        if (rate == 0) {
            throw new TypeConversionException("a rate of 0 would never end");
        }
        return rate;
    }
}
