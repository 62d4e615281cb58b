package dev.sluice.domain.iban;

/** What came of reading a text as an IBAN of ISO 13616-1:2020. */
public sealed interface IbanReading {
    /**
     * The text is an IBAN.
     *
     * @param iban the IBAN, in electronic format
     */
    record Valid(Iban iban) implements IbanReading {}

    /** It does not begin with the code of a country that is in the SWIFT IBAN registry. */
    record UnknownCountry() implements IbanReading {}

    /**
     * It is longer or shorter than IBANs of its country are.
     *
     * @param expected the number of characters they have, 15 to 33, spaces not counted
     */
    record WrongLength(int expected) implements IbanReading {}

    /**
     * It has a character that IBANs do not have (anything but capital letters, digits and single spaces between them: then
     * nothing else was looked at), or letters where its country has digits, or the other way round.
     */
    record WrongStructure() implements IbanReading {}

    /** Its check digits, the third and fourth character, are not right for the rest. */
    record WrongCheckDigits() implements IbanReading {}
}
