package dev.sluice.console.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.console.Asking;
import dev.sluice.console.Stored;
import dev.sluice.console.page.Invalid;
import dev.sluice.domain.validation.Violation;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.port.Draft;
import dev.sluice.handlers.port.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsPageTest {

    private final Stored stored = Stored.nothing();
    private final TransactionsPage page = new TransactionsPage(stored.database());

    @AfterEach
    void close() {
        stored.close();
    }

    private List<String> ids(String... parameters) {
        return ids(Asking.answer(page, parameters));
    }

    private static List<String> ids(Fields answer) {
        return Asking.objects(answer, "rows").stream()
                .map(row -> row.text("id"))
                .toList();
    }

    @Test
    void whatArrivedLastComesFirst() {
        stored.with(Draft.of("t-2")).with(Draft.of("t-1")).with(Draft.of("t-3"));
        assertThat(ids()).containsExactly("t-3", "t-1", "t-2");
    }

    @Test
    void aRowTellsWhatIsKnownOfATransaction() {
        var draft = Draft.of("t-1").amount(500, "JPY").billed(1_234, "BHD");
        stored.with(draft).scored(draft.transaction(), 55, "night", "large_amount");
        var row = Asking.objects(Asking.answer(page), "rows").getFirst();
        assertThat(row.text("amount")).isEqualTo("500");
        assertThat(row.object("billing").text("amount")).isEqualTo("1.234");
        assertThat(row.text("status")).isEqualTo("flagged");
        assertThat(row.integer("score")).isEqualTo(55);
        assertThat(row.text("occurredAt")).isEqualTo(Samples.OCCURRED.toString());
        assertThat(row.text("precision")).isEqualTo("moment");
        assertThat(row.listing("reasons").items()).hasSize(2);
    }

    @Test
    void amountsCompareInTheirOwnCurrency() {
        stored.with(Draft.of("yen").amount(100, "JPY"))
                .with(Draft.of("pound").amount(100, "GBP"))
                .with(Draft.of("dinar").amount(100_005, "BHD"));
        assertThat(ids("least", "100")).containsExactly("dinar", "yen");
        assertThat(ids("most", "100.00")).containsExactly("pound", "yen");
        assertThat(ids("least", "100.001", "most", "100.009")).containsExactly("dinar");
        assertThat(ids("least", "999999999999999999.999999999999999999")).isEmpty();
    }

    @Test
    void aDayIsIncludedWhereItIsTheEnd() {
        stored.with(Draft.of("before").at(Instant.parse("2026-03-01T00:00:00Z")))
                .with(Draft.of("within").at(Instant.parse("2026-03-01T23:59:59.999Z")))
                .with(Draft.of("after").at(Instant.parse("2026-03-02T00:00:00Z")));
        assertThat(ids("to", "2026-03-01")).containsExactly("within", "before");
        assertThat(ids("from", "2026-03-02")).containsExactly("after");
        assertThat(ids("from", "2026-03-01T23:59:59.999Z", "to", "2026-03-02T01:00:00+01:00"))
                .containsExactly("after", "within");
    }

    @Test
    void whatHasOnlyADayIsFoundAndToldByThatDay() {
        // In London that day begins at 23:00 UTC of the day before.
        stored.with(Draft.of("t-1").on(LocalDate.of(2017, 5, 23)));
        assertThat(ids("from", "2017-05-23", "to", "2017-05-23")).containsExactly("t-1");
        assertThat(ids("to", "2017-05-22")).isEmpty();
        var row = Asking.objects(Asking.answer(page), "rows").getFirst();
        assertThat(row.text("occurredAt")).isEqualTo("2017-05-23");
        assertThat(row.text("precision")).isEqualTo("day");
    }

    @Test
    void aMerchantIsFoundWhateverItIsCalled() {
        stored.with(Draft.of("hostile").merchant("<script>'%_\\\"; DROP TABLE", Optional.empty()))
                .with(Draft.of("umlaut").merchant("BÄCKEREI GROSS", Optional.empty()))
                .with(Draft.of("greek").merchant("ΚΑΦΕΣ", Optional.empty()))
                .with(Draft.of("none").withoutMerchant());
        assertThat(ids("merchant", "'%_\\\"; drop")).containsExactly("hostile");
        assertThat(ids("merchant", "bäckerei groß")).containsExactly("umlaut");
        assertThat(ids("merchant", "καφεσ")).containsExactly("greek");
        assertThat(ids("merchant", "%")).containsExactly("hostile");
    }

    @Test
    void anIdIsFoundByItsBeginningInEverySource() {
        stored.with(Draft.of("a-1").from("two"))
                .with(Draft.of("a-10").from("one"))
                .with(Draft.of("a-1").from("one"))
                .with(Draft.of("b-1").from("one"));
        var found = Asking.answer(page, "id", "a-1");
        assertThat(ids(found)).containsExactly("a-1", "a-10", "a-1");
        assertThat(found.truth("complete")).isTrue();
        assertThat(ids("id", "a-1", "source", "two")).containsExactly("a-1");
    }

    @Test
    void anAccountIsToldByWhatOccurredLast() {
        stored.with(Draft.of("late").at(Instant.parse("2026-03-02T00:00:00Z")))
                .with(Draft.of("early").at(Instant.parse("2026-03-01T00:00:00Z")))
                .with(Draft.of("other").account("account-2"));
        assertThat(ids("account", "account-1")).containsExactly("late", "early");
    }

    @Test
    void theRiskiestComesFirst() {
        var scores = List.of(30, 0, 90, 30);
        for (var i = 0; i < scores.size(); i++) {
            var draft = Draft.of("t-" + i);
            stored.with(draft).scored(draft.transaction(), scores.get(i), "night");
        }
        var large = Draft.of("large").amount(9_999_999, "GBP");
        stored.with(large).scored(large.transaction(), 30, "night");
        stored.with(Draft.of("later")).scored(Draft.of("later").transaction(), 30, "night");
        stored.with(Draft.of("unscored"));
        assertThat(ids("order", "riskiest")).containsExactly("t-2", "large", "later", "t-3", "t-0");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var invalid = catchThrowableOfType(
                Invalid.class,
                () -> Asking.answer(
                        page,
                        "id",
                        "a b",
                        "source",
                        "A!",
                        "from",
                        "yesterday",
                        "to",
                        "2026-02-30",
                        "least",
                        "-1",
                        "most",
                        "1e9",
                        "currency",
                        "gbp",
                        "type",
                        "gift",
                        "status",
                        "FLAGGED",
                        "reason",
                        "x y",
                        "order",
                        "best",
                        "limit",
                        "501",
                        "cursor",
                        "AAAA",
                        "account",
                        "x".repeat(201),
                        "merchant",
                        "x".repeat(201)));
        assertThat(invalid.errors().stream().map(Violation::pointer))
                .containsExactlyInAnyOrder(
                        "/id",
                        "/source",
                        "/from",
                        "/to",
                        "/least",
                        "/most",
                        "/currency",
                        "/type",
                        "/status",
                        "/reason",
                        "/order",
                        "/limit",
                        "/cursor",
                        "/account",
                        "/merchant");
    }

    @Test
    void aStretchThatEndsBeforeItBeginsIsWrong() {
        var invalid = catchThrowableOfType(
                Invalid.class,
                () -> Asking.answer(page, "from", "2026-03-02", "to", "2026-03-01", "least", "2", "most", "1"));
        assertThat(invalid.errors().stream().map(Violation::code)).containsExactly("to_range", "most_range");
    }

    @Test
    void aMomentWithinItsLastDayIsNoWrongStretch() {
        assertThat(ids("from", "2026-03-01T12:00:00Z", "to", "2026-03-01")).isEmpty();
    }

    @Test
    void aCursorOfAnotherSearchIsRefused() {
        stored.with(Draft.of("t-1")).with(Draft.of("t-2"));
        var cursor = Asking.answer(page, "limit", "1").text("next");
        assertThat(ids("cursor", cursor)).containsExactly("t-1");
        assertThat(catchThrowableOfType(Invalid.class, () -> Asking.answer(page, "cursor", cursor, "merchant", "x"))
                        .errors())
                .hasSize(1);
    }

    @Test
    void aSearchThatLookedAtEnoughSaysHowFarItCame() {
        stored.with(Draft.of("t-1").merchant("needle", Optional.empty()), Samples.RECEIVED)
                .with(Draft.of("t-2"), Samples.RECEIVED.plusSeconds(1))
                .with(Draft.of("t-3"), Samples.RECEIVED.plusSeconds(2));
        var patient = new TransactionsPage(stored.database(), 2);
        var first = Asking.answer(patient, "merchant", "needle");
        assertThat(ids(first)).isEmpty();
        assertThat(first.truth("complete")).isFalse();
        assertThat(first.text("searchedBackTo"))
                .isEqualTo(Samples.RECEIVED.plusSeconds(1).toString());
        var second = Asking.answer(patient, "merchant", "needle", "cursor", first.text("next"));
        assertThat(ids(second)).containsExactly("t-1");
        assertThat(second.truth("complete")).isTrue();
    }
}
