package dev.sluice.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.iban.Iban;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.Counterparty;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionArbitraries;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.SubmissionArbitraries;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A fingerprint tells content apart, and nothing else. */
class FingerprintProperties {

    private static final Currency EUR = Currency.of("EUR").orElseThrow();
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Counterparty BRITISH = new Counterparty(new Iban("GB29NWBK60161331926819"));
    private static final Counterparty GERMAN = new Counterparty(new Iban("DE89370400440532013000"));

    @Property
    void itIsVersionedAndHexadecimal(@ForAll("transactions") Transaction transaction) {
        assertThat(Fingerprint.of(transaction)).matches("v1:[0-9a-f]{64}");
    }

    @Property
    void equalContentHasEqualFingerprints(@ForAll("transactions") Transaction transaction) {
        var verdict = Validation.validate(
                Submission.of(transaction), Policy.unlimited(SubmissionArbitraries.ZONE), SubmissionArbitraries.NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        accepted -> assertThat(Fingerprint.of(accepted.transaction()))
                                .isEqualTo(Fingerprint.of(transaction)));
    }

    @Property
    void aDaysZoneIsNotContent(@ForAll("transactions") Transaction transaction) {
        var day = LocalDate.of(2026, 2, 1);
        var here = new Edit(transaction);
        here.occurredAt = new OccurredAt.Day(day, TOKYO);
        var there = new Edit(transaction);
        there.occurredAt = new OccurredAt.Day(day, ZoneId.of("Europe/Berlin"));

        assertThat(Fingerprint.of(here.made())).isEqualTo(Fingerprint.of(there.made()));
    }

    @Property
    void aChangeOfAnySingleFieldChangesIt(@ForAll("changed") Changed changed) {
        assertThat(changed.after()).isNotEqualTo(changed.before());
        assertThat(Fingerprint.of(changed.after())).isNotEqualTo(Fingerprint.of(changed.before()));
    }

    record Changed(String what, Transaction before, Transaction after) {}

    @Provide
    Arbitrary<Transaction> transactions() {
        return TransactionArbitraries.transactions();
    }

    @Provide
    Arbitrary<Changed> changed() {
        return Combinators.combine(TransactionArbitraries.transactions(), Arbitraries.of(Part.values()))
                .as((before, part) -> new Changed(part.name(), before, change(before, part)));
    }

    enum Part {
        SOURCE,
        SOURCE_AND_ID_SHIFTED,
        ID,
        TYPE,
        AMOUNT,
        CURRENCY,
        BILLING_AMOUNT,
        BILLING_CURRENCY,
        ACCOUNT,
        MOMENT,
        DAY,
        MERCHANT_NAME,
        MERCHANT_MCC,
        MERCHANT_COUNTRY,
        CARD_BIN,
        CARD_LAST4,
        COUNTERPARTY,
        COUNTERPARTY_LEFT_OUT,
        ORIGINAL,
        ORIGINAL_LEFT_OUT,
        METADATA_KEY,
        METADATA_VALUE,
        METADATA_SHIFTED
    }

    private static Transaction change(Transaction t, Part part) {
        var it = new Edit(t);
        switch (part) {
            case SOURCE ->
                it.identity =
                        new Identity(t.identity().source() + "x", t.identity().id());
            case SOURCE_AND_ID_SHIFTED ->
                it.identity = new Identity(
                        t.identity().source() + t.identity().id().charAt(0),
                        t.identity().id().substring(1));
            case ID ->
                it.identity = new Identity(t.identity().source(), t.identity().id() + "x");
            case TYPE -> it.type = t.type() == TransactionType.FEE ? TransactionType.CREDIT : TransactionType.FEE;
            case AMOUNT ->
                it.amount = new Money(t.amount().minor() + 1, t.amount().currency());
            case CURRENCY ->
                it.amount = new Money(t.amount().minor(), other(t.amount().currency()));
            case BILLING_AMOUNT ->
                it.billing = t.billing()
                        .map(money -> new Money(money.minor() + 1, money.currency()))
                        .or(() -> Optional.of(t.amount()));
            case BILLING_CURRENCY ->
                it.billing = t.billing()
                        .map(money -> new Money(money.minor(), other(money.currency())))
                        .or(() -> Optional.of(t.amount()));
            case ACCOUNT -> it.accountId = t.accountId() + "x";
            case MOMENT ->
                it.occurredAt = new OccurredAt.Moment(t.occurredAt().start().plusMillis(1));
            case DAY ->
                it.occurredAt = new OccurredAt.Day(
                        LocalDate.ofInstant(t.occurredAt().start(), TOKYO).plusDays(2), TOKYO);
            case MERCHANT_NAME ->
                it.merchant = t.merchant()
                        .map(m -> new Merchant(m.name() + "x", m.mcc(), m.country()))
                        .or(() -> Optional.of(new Merchant("x", Optional.empty(), Optional.empty())));
            case MERCHANT_MCC ->
                it.merchant = t.merchant()
                        .map(m -> new Merchant(m.name(), toggled(m.mcc(), "5411"), m.country()))
                        .or(() -> Optional.of(new Merchant("x", Optional.of("5411"), Optional.empty())));
            case MERCHANT_COUNTRY ->
                it.merchant = t.merchant()
                        .map(m -> new Merchant(m.name(), m.mcc(), toggled(m.country(), "DE")))
                        .or(() -> Optional.of(new Merchant("x", Optional.empty(), Optional.of("DE"))));
            case CARD_BIN ->
                it.card = t.card()
                        .map(c -> new Card(toggled(c.bin(), "411111"), c.last4()))
                        .or(() -> Optional.of(new Card(Optional.of("411111"), "1111")));
            case CARD_LAST4 ->
                it.card = t.card()
                        .map(c -> new Card(c.bin(), c.last4().equals("0000") ? "0001" : "0000"))
                        .or(() -> Optional.of(new Card(Optional.empty(), "1111")));
            case COUNTERPARTY ->
                it.counterparty = Optional.of(t.counterparty().equals(Optional.of(BRITISH)) ? GERMAN : BRITISH);
            case COUNTERPARTY_LEFT_OUT -> it.counterparty = toggled(t.counterparty(), BRITISH);
            case ORIGINAL -> it.originalId = Optional.of(t.originalId().orElse("") + "x");
            case ORIGINAL_LEFT_OUT -> it.originalId = toggled(t.originalId(), "x");
            case METADATA_KEY -> it.metadata = with(t.metadata(), "zzzz", "");
            case METADATA_VALUE -> {
                var changed = new TreeMap<>(t.metadata());
                changed.replaceAll((key, value) -> value + "x");
                it.metadata = changed.isEmpty() ? with(changed, "k", "v") : changed;
            }
            case METADATA_SHIFTED -> {
                var changed = new TreeMap<String, String>();
                t.metadata().forEach((key, value) -> changed.put(key + "x", value));
                it.metadata = changed.isEmpty() ? with(changed, "k", "v") : changed;
            }
        }
        return it.made();
    }

    private static Currency other(Currency currency) {
        return currency.equals(EUR) ? Currency.of("USD").orElseThrow() : EUR;
    }

    private static <T> Optional<T> toggled(Optional<T> part, T instead) {
        return part.isPresent() ? Optional.empty() : Optional.of(instead);
    }

    private static SortedMap<String, String> with(SortedMap<String, String> metadata, String key, String value) {
        var changed = new TreeMap<>(metadata);
        changed.put(key, value);
        return changed;
    }
}
