package dev.sluice.domain.iban;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of IBANs. */
class IbanProperties {

    @Property
    void every_iban_is_read_back(@ForAll("ibans") Iban iban) {
        assertThat(Iban.read(iban.value())).isEqualTo(new IbanReading.Valid(iban));
    }

    @Property
    void every_iban_is_read_back_from_its_printed_form(@ForAll("ibans") Iban iban) {
        String printed = iban.value().replaceAll("(.{4})(?!$)", "$1 ");

        assertThat(Iban.read(printed)).isEqualTo(new IbanReading.Valid(iban));
    }

    @Property(tries = 300)
    void every_change_of_a_single_digit_is_rejected(@ForAll("ibans") Iban iban) {
        rejectsEveryChange(iban, '0', '9');
    }

    @Property(tries = 300)
    void every_change_of_a_single_letter_is_rejected(@ForAll("ibans") Iban iban) {
        rejectsEveryChange(iban, 'A', 'Z');
    }

    /** Where a structure allows both, one in 97 passes: the check digits alone do not notice it. */
    @Property(tries = 300)
    void every_digit_for_a_letter_and_letter_for_a_digit_is_rejected_where_only_one_is_allowed(
            @ForAll("ibans") Iban iban) {
        String value = iban.value();
        StringBuilder kinds = new StringBuilder("aann");
        IbanStructure.of(value.substring(0, 2))
                .orElseThrow()
                .bban()
                .forEach(piece -> kinds.append(
                        switch (piece.kind()) {
                            case DIGIT -> "n".repeat(piece.count());
                            case CAPITAL -> "a".repeat(piece.count());
                            case CAPITAL_OR_DIGIT -> "c".repeat(piece.count());
                        }));

        for (int place = 0; place < value.length(); place++) {
            if (kinds.charAt(place) != 'c') {
                String wrong = kinds.charAt(place) == 'n' ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789";
                for (int i = 0; i < wrong.length(); i++) {
                    assertThat(Iban.read(changed(value, place, wrong.charAt(i))))
                            .isNotInstanceOf(IbanReading.Valid.class);
                }
            }
        }
    }

    @Property
    void a_character_more_or_less_is_a_wrong_length(@ForAll("ibans") Iban iban, @ForAll("characters") char more) {
        String value = iban.value();
        IbanReading wrong = new IbanReading.WrongLength(value.length());

        assertThat(Iban.read(value + more)).isEqualTo(wrong);
        assertThat(Iban.read(value.substring(0, value.length() - 1))).isEqualTo(wrong);
    }

    @Property
    void small_letters_are_refused(@ForAll("ibans") Iban iban) {
        assertThat(Iban.read(iban.value().toLowerCase(Locale.ROOT))).isEqualTo(new IbanReading.WrongStructure());
    }

    @Property
    void any_text_is_answered(@ForAll String text) {
        assertThat(Iban.read(text)).isNotNull();
    }

    @Property
    void any_text_of_the_right_characters_is_answered(@ForAll("nearlyIbans") String text) {
        assertThat(Iban.read(text)).isNotNull();
    }

    private static void rejectsEveryChange(Iban iban, char first, char last) {
        String value = iban.value();
        for (int place = 0; place < value.length(); place++) {
            char there = value.charAt(place);
            if (first <= there && there <= last) {
                for (char other = first; other <= last; other++) {
                    if (other != there) {
                        assertThat(Iban.read(changed(value, place, other)))
                                .as("%s in place %d changed into %s", there, place, other)
                                .isNotInstanceOf(IbanReading.Valid.class);
                    }
                }
            }
        }
    }

    private static String changed(String value, int place, char other) {
        return value.substring(0, place) + other + value.substring(place + 1);
    }

    @Provide
    Arbitrary<Iban> ibans() {
        return IbanArbitraries.ibans();
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().range('A', 'Z').range('0', '9');
    }

    @Provide
    Arbitrary<String> nearlyIbans() {
        return Arbitraries.of(IbanStructure.all())
                .flatMap(structure -> Arbitraries.strings()
                        .withCharRange('A', 'Z')
                        .numeric()
                        .withChars(' ')
                        .ofMaxLength(40)
                        .map(rest -> structure.country() + rest));
    }
}
