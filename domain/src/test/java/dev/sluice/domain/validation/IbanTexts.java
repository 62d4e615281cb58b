package dev.sluice.domain.validation;

import dev.sluice.domain.iban.Iban;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** IBANs of a few countries, their check digits worked out here once more (ISO/IEC 7064, MOD 97-10). */
public final class IbanTexts {

    private IbanTexts() {}

    public static Arbitrary<Iban> ibans() {
        return Arbitraries.oneOf(
                bban("DE", 0, 18), bban("GB", 4, 14), bban("NL", 4, 10), bban("NO", 0, 11), bban("BE", 0, 12));
    }

    private static Arbitrary<Iban> bban(String country, int letters, int digits) {
        return Combinators.combine(
                        Arbitraries.strings().withCharRange('A', 'Z').ofLength(letters),
                        Arbitraries.strings().numeric().ofLength(digits))
                .as((bank, account) -> withCheckDigits(country, bank + account));
    }

    private static Iban withCheckDigits(String country, String bban) {
        var number = new StringBuilder();
        (bban + country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        var check = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        return new Iban("%s%02d%s".formatted(country, check, bban));
    }
}
