package dev.sluice.domain.iban;

import java.util.Optional;

/**
 * An international bank account number of ISO 13616-1:2020, in its electronic format.
 *
 * <p>Its country is in release 102 of the SWIFT IBAN registry, it has that country's length and structure, and its check
 * digits are right by ISO/IEC 7064:2003, MOD 97-10. These notice every change of a digit into another digit and of a
 * letter into another letter. Where the structure allows both, a digit changed into a letter or a letter into a digit
 * slips through in about one case of 97; that lies in the standard.
 *
 * @param value capital letters and digits without spaces, 15 to 34 of them, for example {@code GB29NWBK60161331926819}
 */
public record Iban(String value) {
    /**
     * Refuses what is no IBAN; text from outside goes through {@link #read}.
     *
     * @param value capital letters and digits without spaces
     * @throws IllegalArgumentException if it is no valid IBAN; the message does not repeat it
     */
    public Iban {
        if (fault(value).isPresent()) {
            throw new IllegalArgumentException("An IBAN has its country's length and structure and right check digits"
                    + " (ISO 13616-1:2020); read text from outside with Iban.read");
        }
    }

    /**
     * Reads an IBAN as somebody wrote it: in electronic format, or printed with single spaces between its characters.
     *
     * <p>Small letters are refused, not turned into capitals: the standard has none, and an account number that was changed
     * on the way is better sent back than guessed at. Any text is answered, in a time that grows with its length only.
     *
     * @param written any text
     * @return the IBAN, or the first rule it breaks, in the order of {@link IbanReading}
     */
    public static IbanReading read(String written) {
        String value = withoutSingleSpaces(written);
        Optional<IbanReading> fault = fault(value);
        return fault.isPresent() ? fault.get() : new IbanReading.Valid(new Iban(value));
    }

    private static Optional<IbanReading> fault(String value) {
        if (!IbanStructure.isCapitalsAndDigits(value)) {
            return Optional.of(new IbanReading.WrongStructure());
        }
        Optional<IbanStructure> structure = IbanStructure.of(value.substring(0, Math.min(2, value.length())));
        if (structure.isEmpty()) {
            return Optional.of(new IbanReading.UnknownCountry());
        }
        int length = structure.get().length();
        if (value.length() != length) {
            return Optional.of(new IbanReading.WrongLength(length));
        }
        if (!structure.get().fits(value)) {
            return Optional.of(new IbanReading.WrongStructure());
        }
        return IbanCheckDigits.hold(value) ? Optional.empty() : Optional.of(new IbanReading.WrongCheckDigits());
    }

    /** A space at an end or behind another one stays, and is then what breaks the structure. */
    private static String withoutSingleSpaces(String written) {
        StringBuilder value = new StringBuilder(written.length());
        int last = written.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = written.charAt(i);
            boolean single = c == ' ' && i > 0 && i < last && written.charAt(i - 1) != ' ';
            if (!single) {
                value.append(c);
            }
        }
        return value.toString();
    }
}
