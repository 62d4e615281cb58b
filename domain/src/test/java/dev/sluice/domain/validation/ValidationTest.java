package dev.sluice.domain.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.policy.Limits;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.rule.Rule;
import dev.sluice.domain.validation.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Policy POLICY = Policy.unlimited(ZONE);

    private static final Draft FEE = new Draft("default", Map.of())
            .with("id", "t-1")
            .with("type", "fee")
            .with("amount", "12.50")
            .with("currency", "EUR")
            .with("accountId", "a-1")
            .with("occurredAt", "2026-02-28T10:00:00Z");

    @Test
    void aFeeNeedsNothingBeyondWhatIsRequired() {
        var fee = accepted(FEE);

        assertThat(fee.identity().source()).isEqualTo("default");
        assertThat(fee.amount().minor()).isEqualTo(1250);
        assertThat(fee.billing()).isEmpty();
        assertThat(fee.merchant()).isEmpty();
        assertThat(fee.card()).isEmpty();
        assertThat(fee.counterparty()).isEmpty();
        assertThat(fee.originalId()).isEmpty();
        assertThat(fee.metadata()).isEmpty();
    }

    @Test
    void anEmptySubmissionLacksEverythingRequired() {
        assertThat(refused(new Draft("default", Map.of())))
                .containsExactly(
                        "required /id",
                        "required /type",
                        "required /amount",
                        "required /currency",
                        "required /accountId",
                        "required /occurredAt");
    }

    @Test
    void violationsComeInTheOrderOfTheCatalogueThenOfTheFields() {
        var draft = FEE.with("amount", "-1.234")
                .with("billingAmount", "-1.234")
                .with("billingCurrency", "EUR")
                .with("card.bin", "4111111111111111")
                .with("zeta", "4111111111111111")
                .with("alpha", "4111111111111111")
                .with("beta", "4111111111111111")
                .with("id", "4111111111111111")
                .without("accountId");

        assertThat(refused(draft))
                .containsExactly(
                        "required /accountId",
                        "required /card/last4",
                        "amount_not_positive /amount",
                        "amount_not_positive /billingAmount",
                        "amount_scale /amount",
                        "amount_scale /billingAmount",
                        "bin_format /card/bin",
                        "pan_detected /id",
                        "pan_detected /card/bin",
                        "pan_detected /alpha",
                        "pan_detected /beta",
                        "pan_detected /zeta");
    }

    @Test
    void aSentenceNamesTheRuleAndTheShapeOfWhatWasFound() {
        assertThat(Validation.validate(FEE.with("currency", "EURO").submission(), POLICY, NOW))
                .isEqualTo(new Verdict.Refused(List.of(new Violation(
                        "/currency",
                        "currency_unknown",
                        "A currency is an active alphabetic code of ISO 4217, in capitals; XXX and XTS are none;"
                                + " found 4 characters."))));
    }

    /** What a sender reads of what was found, which must be enough to see why, and must not repeat it. */
    @ParameterizedTest
    @CsvSource({
        "type, payment, merchant_required, nothing",
        "type, transfer, counterparty_required, nothing",
        "type, refund, original_id_required, nothing",
        "type, chargeback, original_id_required, nothing",
        "amount, 1.234, amount_scale, 3 decimal places where EUR has 2",
        "amount, 12345678901234567.00, amount_digits, 19 digits",
        "amount, 0.00, amount_not_positive, zero",
        "amount, -0.01, amount_not_positive, a negative amount",
        "amount, 1000.01, limit_exceeded, more",
        "occurredAt, 2026-03-01T12:05:01Z, occurred_at_future, 301 seconds ahead",
        "occurredAt, 2026-02-28T11:59:59Z, occurred_at_too_old, 86401 seconds of age",
        "counterparty.iban, GB29, iban_length, 4 characters where 22 are asked for",
        "accountId, '', text_length, 0 characters"
    })
    void aSentenceEndsWithTheShapeOfWhatWasFound(String field, String text, String code, String shape) {
        var most = new Limits.Limit(
                TransactionType.FEE, new Money(100_000, Currency.of("EUR").orElseThrow()));
        var policy = new Policy(ZONE, Optional.of(Duration.ofDays(1)), Limits.of(List.of(most)));
        var yesterday = FEE.with("occurredAt", "2026-02-28T12:00:00Z");

        assertThat(Validation.validate(yesterday.with(field, text).submission(), policy, NOW))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.violations())
                                .filteredOn(violation -> violation.code().equals(code))
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.sentence()).endsWith("; found " + shape + ".")));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 12.5, 1250",
        "EUR, 0.01, 1",
        "EUR, ' 7 ', 700",
        "JPY, 100, 100",
        "BHD, 1.234, 1234",
        "CLF, 1.2345, 12345",
        "EUR, 9999999999999999.99, 999999999999999999",
        "JPY, 999999999999999999, 999999999999999999"
    })
    void anAmountIsCountedInMinorUnits(String currency, String amount, long minor) {
        assertThat(accepted(FEE.with("amount", amount).with("currency", currency))
                        .amount()
                        .minor())
                .isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 1.2345678E7, 1234567800",
        "JPY, 1.0E2, 100",
        "EUR, 5e-2, 5",
        "EUR, 12.50, 1250",
        "JPY, 1E17, 100000000000000000"
    })
    void aNumberMayHaveASmallExponent(String currency, String literal, long minor) {
        var draft = FEE.with("currency", currency).with("amount", new Written.Numeral(literal));

        assertThat(accepted(draft).amount().minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "JPY, 100.0, amount_scale",
        "EUR, 12.500, amount_scale",
        "BHD, 1.2345, amount_scale",
        "EUR, 10000000000000000.00, amount_digits",
        "JPY, 1000000000000000000, amount_digits",
        "EUR, -0.00, amount_not_positive"
    })
    void anAmountThatItsCurrencyCannotCountIsRefusedAsWritten(String currency, String amount, String code) {
        assertThat(refused(FEE.with("amount", amount).with("currency", currency)))
                .containsExactly(code + " /amount");
    }

    /** RFC 3339, section 5.8. */
    @ParameterizedTest
    @CsvSource({
        "1985-04-12T23:20:50.52Z, 1985-04-12T23:20:50.520Z",
        "1996-12-19T16:39:57-08:00, 1996-12-20T00:39:57Z",
        "1990-12-31T23:59:60Z, 1990-12-31T23:59:59.999Z",
        "1990-12-31T15:59:60-08:00, 1990-12-31T23:59:59.999Z",
        "1937-01-01T12:00:27.87+00:20, 1937-01-01T11:40:27.870Z"
    })
    void theStandardsOwnExamplesAreRead(String written, Instant instant) {
        assertThat(accepted(FEE.with("occurredAt", written)).occurredAt()).isEqualTo(new OccurredAt.Moment(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28t10:00:00z, 2026-02-28T10:00:00Z",
        "2026-02-28T10:00:00-00:00, 2026-02-28T10:00:00Z",
        "2026-02-28T10:00:00+23:59, 2026-02-27T10:01:00Z",
        "2026-02-28T10:00:00-23:59, 2026-03-01T09:59:00Z",
        "2026-02-28T10:00:00.1, ",
        "2026-02-28T10:00:00.12345678901234567890123456789012Z, 2026-02-28T10:00:00.123Z",
        "2026-02-28T10:00:00.123456789012345678901234567890123Z, ",
        "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
        "2015-07-01T01:59:60.5+02:00, 2015-06-30T23:59:59.999Z",
        "2015-06-29T23:59:60Z, ",
        "2015-06-30T22:59:60Z, ",
        "2024-02-29T23:59:60Z, 2024-02-29T23:59:59.999Z",
        "2024-02-28T23:59:60Z, ",
        "2023-02-29T00:00:00Z, ",
        "2026-02-28T10:00:61Z, ",
        "2026-02-28T10:60:00Z, ",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "0000-01-01T00:00:00+00:01, ",
        "9999-12-31T23:59:59-00:01, ",
        "12026-02-28T10:00:00Z, "
    })
    void aMomentIsReadAsRfc3339WritesIt(String written, Instant instant) {
        assertThat(occurredAt(written)).isEqualTo(Optional.ofNullable(instant).map(OccurredAt.Moment::new));
    }

    @Test
    void aDayIsKeptAsTheDayItIsInTheSourcesZone() {
        assertThat(occurredAt("2026-02-28")).contains(new OccurredAt.Day(LocalDate.of(2026, 2, 28), ZONE));
        assertThat(occurredAt("2026-02-30")).isEmpty();
        // In Berlin the year 0000 begins an hour before it does in UTC.
        assertThat(occurredAt("0000-01-01")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28T23:00:00Z, true", "2026-02-28T22:55:00Z, true", "2026-02-28T22:54:59.999Z, false"})
    void aDayMayBeginFiveMinutesFromNow(Instant now, boolean accepted) {
        // 2026-03-01 begins in Berlin at 23:00 UTC.
        var verdict = Validation.validate(FEE.with("occurredAt", "2026-03-01").submission(), POLICY, now);

        assertThat(verdict instanceof Verdict.Accepted).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28T23:00:00Z, true", "2026-02-28T23:00:00.001Z, false"})
    void aDayIsAsOldAsItsEnd(Instant now, boolean accepted) {
        var policy = new Policy(ZONE, Optional.of(Duration.ZERO), Limits.none());
        var verdict = Validation.validate(FEE.with("occurredAt", "2026-02-28").submission(), policy, now);

        assertThat(verdict instanceof Verdict.Accepted).isEqualTo(accepted);
    }

    @Test
    void theClockMayStandAnywhere() {
        for (var now : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
            var policy = new Policy(ZONE, Optional.of(Duration.ofSeconds(Long.MAX_VALUE)), Limits.none());
            Validation.validate(FEE.submission(), policy, now);
        }
    }

    @Test
    void textIsComposedAndTrimmed() {
        var transaction = accepted(FEE.with("accountId", "\u00A0Cafe\u0301\r\n").with("metadata. k ", " v "));

        assertThat(transaction.accountId()).isEqualTo("Café");
        assertThat(transaction.metadata()).containsExactly(Map.entry("k", "v"));
    }

    @Test
    void nullCountsAsNotWritten() {
        var nothing = new Written.Nothing();

        var draft = FEE.with("merchant", nothing)
                .with("card.bin", nothing)
                .with("card.last4", "1111")
                .with("metadata.k", nothing)
                .with("billingAmount", nothing)
                .with("billingCurrency", nothing);

        assertThat(accepted(draft).card()).contains(new Card(Optional.empty(), "1111"));
        assertThat(accepted(draft).metadata()).isEmpty();
        assertThat(refused(FEE.with("card.bin", nothing))).containsExactly("required /card/last4");
    }

    @Test
    void unknownFieldsAreDropped() {
        assertThat(accepted(FEE.with("note", "x").with("billingAddress.street", "y")))
                .isEqualTo(accepted(FEE));
    }

    @Test
    void aPointerEscapesSlashAndTilde() {
        assertThat(refused(FEE.with(List.of("metadata", "a/b~c~1"), new Written.Truth(true))))
                .containsExactly("wrong_type /metadata/a~1b~0c~01");
    }

    @Test
    void whatLiesVeryDeepIsPointedAtFromAbove() {
        Written value = new Written.Text("4111111111111111");
        for (var i = 0; i < 100_000; i++) {
            value = i % 2 == 0 ? new Written.Listing(List.of(value)) : new Written.Group(Map.of("x", value));
        }

        assertThat(refused(FEE.with("deep", value)))
                .containsExactly("pan_detected /deep/x/0/x/0/x/0/x/0/x/0/x/0/x/0/x");
    }

    @Test
    @Timeout(30)
    void whatIsHugeCostsNoMoreThanItIsLong() {
        for (var text : List.of(
                "9".repeat(200_000), "4 ".repeat(100_000), "\u0301".repeat(200_000), "0." + "0".repeat(200_000))) {
            var members = new LinkedHashMap<String, Written>();
            FEE.fields().keySet().forEach(field -> members.put(field.getFirst(), new Written.Text(text)));
            members.put("merchant", new Written.Group(Map.of("name", new Written.Text(text))));
            members.put("counterparty", new Written.Group(Map.of("iban", new Written.Text(text))));
            members.put("metadata", new Written.Group(Map.of(text, new Written.Text(text))));
            members.put("billingAmount", new Written.Numeral(text));
            Validation.validate(new Submission("default", new Written.Group(members)), POLICY, NOW);
        }
    }

    @Test
    @Timeout(30)
    void manyFieldsCostNoMoreThanTheyAre() {
        var members = new LinkedHashMap<String, Written>();
        for (var i = 0; i < 20_000; i++) {
            members.put("k" + i, new Written.Numeral("1"));
        }
        var metadata = FEE.with("metadata", new Written.Group(members));

        assertThat(refused(metadata)).hasSize(20_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment", "fee"})
    void aLimitIsForOneTypeAndCurrency(String type) {
        var limit = new Limits.Limit(
                TransactionType.PAYMENT, new Money(1250, Currency.of("EUR").orElseThrow()));
        var policy = new Policy(ZONE, Optional.empty(), Limits.of(List.of(limit)));
        var draft = FEE.with("type", type).with("merchant.name", "Acme");

        assertThat(Validation.validate(draft.submission(), policy, NOW)).isInstanceOf(Verdict.Accepted.class);
        assertThat(codes(Validation.validate(draft.with("amount", "12.51").submission(), policy, NOW)))
                .isEqualTo(type.equals("payment") ? List.of("limit_exceeded /amount") : List.of());
        assertThat(codes(Validation.validate(
                        draft.with("amount", "12.51").with("currency", "USD").submission(), policy, NOW)))
                .isEmpty();
    }

    @Test
    void whatStandsBesideTheMerchantIsNotTheMerchants() {
        var fee = FEE.with("name", "Acme")
                .with("mcc", "no mcc")
                .with("iban", "no iban")
                .with("last4", "no last4");

        assertThat(accepted(fee).merchant()).isEmpty();
    }

    @Test
    void theCatalogueNamesEachRuleOnceAndEachIsBrokenBySomeChange() {
        assertThat(Rules.ALL).extracting(Rule::code).doesNotHaveDuplicates();
        var draft = FEE.with("type", "refund");
        var broken = Changes.ALL.stream()
                .flatMap(change -> change.breaks().apply(draft).stream())
                .map(Change.Broken::code)
                .collect(Collectors.toCollection(HashSet::new));
        broken.addAll(List.of("merchant_required", "counterparty_required"));
        assertThat(broken).isEqualTo(Rules.ALL.stream().map(Rule::code).collect(Collectors.toSet()));
    }

    private static Optional<OccurredAt> occurredAt(String written) {
        var verdict = Validation.validate(
                FEE.with("occurredAt", written).submission(), POLICY, Instant.parse("9999-12-31T23:59:59Z"));
        return switch (verdict) {
            case Verdict.Accepted(var transaction) -> Optional.of(transaction.occurredAt());
            case Verdict.Refused refused -> {
                assertThat(codes(refused)).containsExactly("occurred_at_format /occurredAt");
                yield Optional.empty();
            }
        };
    }

    private static Transaction accepted(Draft draft) {
        var verdict = Validation.validate(draft.submission(), POLICY, NOW);
        assertThat(codes(verdict)).isEmpty();
        return ((Verdict.Accepted) verdict).transaction();
    }

    private static List<String> refused(Draft draft) {
        return codes(Validation.validate(draft.submission(), POLICY, NOW));
    }

    private static List<String> codes(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> List.of();
            case Verdict.Refused(var violations) ->
                violations.stream().map(v -> v.code() + " " + v.pointer()).toList();
        };
    }
}
