package dev.sluice.domain.iban;

/** The two check digits of an IBAN: ISO/IEC 7064:2003, MOD 97-10, as ISO 13616-1:2020 applies it. */
final class IbanCheckDigits {
    private static final int MODULUS = 97;
    private static final int COUNTRY_AND_CHECK_DIGITS = 4;

    private IbanCheckDigits() {}

    /**
     * Tells whether an IBAN's check digits are right. Made by the standard's formula they lie between 02 and 98, so 00, 01
     * and 99, which leave the same remainder as 97, 98 and 02, are not.
     */
    static boolean hold(String iban) {
        int written = 10 * (iban.charAt(2) - '0') + (iban.charAt(3) - '0');
        return written >= 2
                && written <= 98
                && remainder(
                                iban,
                                0,
                                COUNTRY_AND_CHECK_DIGITS,
                                remainder(iban, COUNTRY_AND_CHECK_DIGITS, iban.length(), 0))
                        == 1;
    }

    /** Works out the check digits, 02 to 98, of a country's two letters and a basic bank account number. */
    static String of(String country, String bban) {
        String zero = country + "00";
        int rest = remainder(zero, 0, zero.length(), remainder(bban, 0, bban.length(), 0));
        int digits = MODULUS + 1 - rest;
        return digits < 10 ? "0" + digits : Integer.toString(digits);
    }

    /** Goes on with a remainder over more characters; a letter stands for two digits, A for 10 to Z for 35. */
    private static int remainder(String text, int from, int to, int before) {
        int rest = before;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            rest = (c <= '9' ? 10 * rest + (c - '0') : 100 * rest + (c - 'A' + 10)) % MODULUS;
        }
        return rest;
    }
}
