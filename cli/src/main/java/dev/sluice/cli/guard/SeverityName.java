package dev.sluice.cli.guard;

import dev.sluice.guard.rule.Severity;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code note}, {@code warning} or {@code error}. */
public final class SeverityName implements ITypeConverter<Severity>, Iterable<String> {

    @Override
    public Severity convert(String text) {
        return Stream.of(Severity.values())
                .filter(severity -> name(severity).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + String.join(", ", this)));
    }

    /** For completion. */
    @Override
    public Iterator<String> iterator() {
        return Stream.of(Severity.values()).map(SeverityName::name).iterator();
    }

    /** A severity as it is typed and told. */
    public static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
