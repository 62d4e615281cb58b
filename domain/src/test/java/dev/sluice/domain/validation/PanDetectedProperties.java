package dev.sluice.domain.validation;

import static dev.sluice.domain.validation.SubmissionArbitraries.NOW;
import static dev.sluice.domain.validation.SubmissionArbitraries.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.card.CardNumberScan;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.submission.Written;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A full card number is refused wherever it hides, and said where, but never said. */
class PanDetectedProperties {

    @Property
    void aCardNumberIsFoundInAnyStringThatIsLookedAt(
            @ForAll("drafts") Draft draft,
            @ForAll("places") String place,
            @ForAll("cardNumbers") String number,
            @ForAll("around") String before,
            @ForAll("around") String after) {
        var submission = draft.with(place, before + number + after).submission();

        assertThat(panPointers(submission)).containsExactly("/" + place.replace('.', '/'));
    }

    @Property
    void aCardNumberIsFoundInAMetadataKeyWhateverItsValue(
            @ForAll("drafts") Draft draft, @ForAll("cardNumbers") String number, @ForAll("written") Written value) {
        var submission = draft.with(List.of("metadata", number), value).submission();

        assertThat(panPointers(submission))
                .anySatisfy(pointer ->
                        assertThat(pointer).startsWith("/metadata/*").endsWith(number.substring(number.length() - 1)));
    }

    @Property
    void aCardNumberIsFoundAtAnyDepth(
            @ForAll("drafts") Draft draft,
            @ForAll("cardNumbers") String number,
            @ForAll("way") List<Boolean> intoLists) {
        Written value = new Written.Text(number);
        var pointer = "";
        for (var intoList : intoLists) {
            value = intoList
                    ? new Written.Listing(List.of(new Written.Nothing(), value))
                    : new Written.Group(Map.of("in", value));
            pointer = (intoList ? "/1" : "/in") + pointer;
        }

        assertThat(panPointers(draft.with("unknown", value).submission())).containsExactly("/unknown" + pointer);
    }

    @Property
    void noViolationRepeatsACardNumber(
            @ForAll("drafts") Draft draft, @ForAll("cardNumbers") String number, @ForAll("fields") String field) {
        var submission = draft.with(field, number)
                .with(List.of("metadata", number + "\u0000"), new Written.Truth(true))
                .with(List.of(number, number), new Written.Text(number))
                .submission();

        assertThat(violations(submission)).isNotEmpty().allSatisfy(violation -> {
            assertThat(CardNumberScan.finds(violation.pointer())).isFalse();
            assertThat(CardNumberScan.finds(violation.sentence())).isFalse();
        });
    }

    @Property
    void amountsAndTheIbanAreNotLookedAt(
            @ForAll("drafts") Draft draft, @ForAll("cardNumbers") String number, @ForAll("exempt") String field) {
        assertThat(panPointers(draft.with(field, number).submission())).isEmpty();
    }

    private static List<String> panPointers(Submission submission) {
        return violations(submission).stream()
                .filter(violation -> violation.code().equals("pan_detected"))
                .map(Violation::pointer)
                .toList();
    }

    private static List<Violation> violations(Submission submission) {
        return switch (Validation.validate(submission, POLICY, NOW)) {
            case Verdict.Accepted accepted -> List.of();
            case Verdict.Refused(var violations) -> violations;
        };
    }

    @Provide
    Arbitrary<Draft> drafts() {
        return SubmissionArbitraries.drafts();
    }

    @Provide
    Arbitrary<String> cardNumbers() {
        return CardNumbers.written();
    }

    @Provide
    Arbitrary<String> around() {
        return Arbitraries.strings().withChars("ab:/é ").ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(
                "id",
                "type",
                "currency",
                "billingCurrency",
                "accountId",
                "occurredAt",
                "merchant.name",
                "merchant.mcc",
                "merchant.country",
                "card.bin",
                "card.last4",
                "originalId",
                "metadata.note",
                "note",
                "merchant",
                "card",
                "counterparty",
                "metadata",
                "counterparty.name",
                "merchant.a.b.c");
    }

    @Provide
    Arbitrary<String> exempt() {
        return Arbitraries.of("amount", "billingAmount", "counterparty.iban");
    }

    @Provide
    Arbitrary<String> fields() {
        return WrittenArbitraries.fields();
    }

    @Provide
    Arbitrary<Written> written() {
        return WrittenArbitraries.anything();
    }

    @Provide
    Arbitrary<List<Boolean>> way() {
        return Arbitraries.of(true, false).list().ofMaxSize(14);
    }
}
