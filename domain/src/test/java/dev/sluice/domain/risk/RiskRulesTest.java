package dev.sluice.domain.risk;

import static dev.sluice.domain.risk.Scene.money;
import static dev.sluice.domain.risk.Scene.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.Seen;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.reference.HighRiskCategory;
import dev.sluice.domain.transaction.TransactionType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule at its threshold, just below it and just above it. */
class RiskRulesTest {

    @Test
    void aPaymentOfAnAccountOfWhichNothingIsKnownHasNoRisk() {
        assertThat(payment("12.50", "EUR").risk(RiskPolicy.standard())).isEqualTo(new RiskScore(0, false, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"9999.99, GBP, false", "10000.00, GBP, true", "10000.01, EUR, true", "10000.00, USD, true"})
    void anAmountIsLargeFromItsCurrencysThresholdOn(String amount, String currency, boolean large) {
        assertThat(payment(amount, currency).codes().contains("large_amount")).isEqualTo(large);
    }

    @Test
    void aLargeAmountIsToldByWhatIsBilled() {
        assertThat(payment("20000", "JPY").billed("120.00", "EUR").codes()).isEmpty();
        assertThat(payment("1900000", "JPY").billed("12000.00", "EUR").sentences())
                .containsExactly("12,000.00 EUR; an amount is large from 10,000 EUR on");
    }

    @Test
    void aCurrencyWithoutAThresholdHasNoLargeAmountUntilItIsGivenOne() {
        var yen = payment("999999999", "JPY");

        assertThat(yen.codes()).isEmpty();
        assertThat(yen.risk(RiskPolicy.standard().with("large_amount.from.JPY", new BigDecimal("1000000")))
                        .reasons())
                .extracting(RiskReason::sentence)
                .containsExactly("999,999,999 JPY; an amount is large from 1,000,000 JPY on");
    }

    /** Five others of 10.00 each: their mean is 10.00. */
    @ParameterizedTest
    @CsvSource({"99.99, 149.99, false", "100.00, 150.00, true", "100.01, 150.01, true"})
    void anAmountIsUnusualFromTenTimesTheMeanOfTheOthersOn(String amount, String sum, boolean unusual) {
        var scene = payment(amount, "GBP").did(Window.MONTH, 6, sum, "GBP");

        assertThat(scene.codes().contains("amount_unusual")).isEqualTo(unusual);
    }

    @ParameterizedTest
    @CsvSource({"5, 1040.00, false", "6, 1050.00, true", "7, 1060.00, true"})
    void anAmountIsUnusualOnlyAmongEnoughOthers(long count, String sum, boolean unusual) {
        var scene = payment("1000.00", "GBP").did(Window.MONTH, count, sum, "GBP");

        assertThat(scene.codes().contains("amount_unusual")).isEqualTo(unusual);
    }

    @Test
    void anUnusualAmountIsHeldAgainstTheCurrencyItIsBilledIn() {
        var scene = payment("5000", "JPY")
                .billed("1234.56", "GBP")
                .did(Window.MONTH, 15, "1374.56", "GBP")
                .did(Window.MONTH, 6, "60.00", "EUR");

        assertThat(scene.sentences())
                .containsExactly(
                        "1,234.56 GBP is 123.4 times the mean of the account's 14 other transactions of 30 days;"
                                + " 10 times is unusual");
    }

    /** The 29 days before are 20 transactions of 29.00 together: 1.00 a day. */
    @ParameterizedTest
    @CsvSource({"9.99, false", "10.00, true", "10.01, true"})
    void aDaysSpendIsUnusualFromTenTimesTheDailyMeanOn(BigDecimal spent, boolean unusual) {
        var month = spent.add(new BigDecimal("29.00")).toPlainString();
        var scene = payment("1.00", "GBP")
                .did(Window.DAY, 2, spent.toPlainString(), "GBP")
                .did(Window.MONTH, 22, month, "GBP");

        assertThat(scene.codes().contains("spend_unusual")).isEqualTo(unusual);
    }

    @ParameterizedTest
    @CsvSource({"19, false", "20, true", "21, true"})
    void aDaysSpendIsUnusualOnlyWithEnoughHistory(long earlier, boolean unusual) {
        var scene = payment("25.00", "GBP")
                .did(Window.DAY, 2, "50.00", "GBP")
                .did(Window.MONTH, earlier + 2, "79.00", "GBP");

        assertThat(scene.codes().contains("spend_unusual")).isEqualTo(unusual);
    }

    @ParameterizedTest
    @CsvSource({"0.99, false", "1.00, true", "1.01, true"})
    void aDaysSpendIsUnusualOnlyWithATransactionThatIsNotSmall(String amount, boolean unusual) {
        var scene = payment(amount, "GBP").did(Window.DAY, 30, "50.00", "GBP").did(Window.MONTH, 50, "79.00", "GBP");

        assertThat(scene.codes().contains("spend_unusual")).isEqualTo(unusual);
    }

    @Test
    void anUnusualDaySaysItsFigures() {
        var scene =
                payment("25.00", "GBP").did(Window.DAY, 2, "1050.00", "GBP").did(Window.MONTH, 22, "1079.00", "GBP");

        assertThat(scene.sentences())
                .containsExactly("1,050.00 GBP within 24 hours is 1,050.0 times the account's daily mean of the 29 days"
                        + " before; 10 times is unusual");
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, false", "11, true"})
    void moreThanTenTransactionsWithinAnHourAreUnusual(long count, boolean unusual) {
        var scene = payment("1.00", "GBP").did(Window.HOUR, count, "11.00", "GBP");

        assertThat(scene.codes().contains("velocity_1h")).isEqualTo(unusual);
    }

    @Test
    void transactionsAreCountedWhateverTheyAreBilledIn() {
        var scene = payment("1.00", "GBP").did(Window.HOUR, 8, "8.00", "GBP").did(Window.HOUR, 4, "4.00", "EUR");

        assertThat(scene.sentences()).containsExactly("12 transactions within an hour; 10 are usual at most");
        assertThat(scene.risk(RiskPolicy.standard().with("velocity_1h.usual", BigDecimal.ONE))
                        .reasons())
                .extracting(RiskReason::sentence)
                .containsExactly("12 transactions within an hour; 1 is usual at most");
    }

    @Test
    void anHourSaysNothingOfADay() {
        var scene = payment("1.00", "GBP").onADay().did(Window.HOUR, 12, "12.00", "GBP");

        assertThat(scene.codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"19, false", "20, false", "21, true"})
    void moreThanTwentyTransactionsWithinADayAreUnusual(long count, boolean unusual) {
        var scene = payment("1.00", "GBP").did(Window.DAY, count, "21.00", "GBP");

        assertThat(scene.codes().contains("velocity_24h")).isEqualTo(unusual);
        assertThat(scene.onADay().codes().contains("velocity_24h")).isEqualTo(unusual);
    }

    @Test
    void aBusyDaySaysItsFigures() {
        assertThat(payment("1.00", "GBP")
                        .did(Window.DAY, 1234, "1234.00", "GBP")
                        .sentences())
                .containsExactly("1,234 transactions within 24 hours; 20 are usual at most");
    }

    @Test
    void whatLooksLikeAnotherIsASuspectedDuplicate() {
        var scene = payment("12.50", "EUR").alike("t-1");

        assertThat(scene.sentences())
                .containsExactly(
                        "It looks like t-1 made twice: the same merchant, 12.50 EUR and type within 10 minutes");
        assertThat(scene.onADay().sentences())
                .containsExactly("It looks like t-1 made twice: the same merchant, 12.50 EUR and type on the same day");
    }

    @Test
    void aMerchantThatSellsABetIsOfHighRisk() {
        assertThat(payment("12.50", "EUR").merchant("7995", "GB").sentences())
                .containsExactly("The merchant's category is 7995, which sells gambling");
    }

    @Test
    void everyCategoryOfTheTableIsOfHighRisk() {
        assertThat(HighRiskCategory.all())
                .allSatisfy(category -> assertThat(payment("12.50", "EUR")
                                .merchant(category.code(), "GB")
                                .codes())
                        .containsExactly("high_risk_merchant"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4814", "5411", "6012", "7994", "7996"})
    void anyOtherMerchantIsNot(String mcc) {
        assertThat(payment("12.50", "EUR").merchant(mcc, "GB").codes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUND", "CHARGEBACK"})
    void whatUndoesATransactionThatIsNotStoredIsToldSo(TransactionType type) {
        assertThat(payment("12.50", "EUR").undoing(type).sentences())
                .containsExactly("The " + type.code() + " names t-1 as its original, which is not known");
    }

    @Test
    void aCreditHasNoOriginalToLookFor() {
        assertThat(payment("12.50", "EUR").undoing(TransactionType.CREDIT).codes())
                .isEmpty();
    }

    @Test
    void aRefundInAnotherCurrencyThanItsOriginalIsToldSo() {
        var refund = payment("12.50", "EUR").undoing(TransactionType.REFUND);

        assertThat(refund.original(money("12.50", "EUR"), "12.50").codes()).isEmpty();
        assertThat(refund.original(money("12.50", "GBP"), "0.00").sentences())
                .containsExactly("The refund is in EUR, its original in GBP");
    }

    @ParameterizedTest
    @CsvSource({"999.99, false", "1000.00, false", "1000.01, true"})
    void refundsThatReturnMoreThanTheOriginalAreToldSo(String returned, boolean more) {
        var refund =
                payment("12.50", "EUR").undoing(TransactionType.REFUND).original(money("1000.00", "EUR"), returned);

        assertThat(refund.codes().contains("refund_exceeds_original")).isEqualTo(more);
        assertThat(refund.risk(RiskPolicy.standard()).flagged()).isEqualTo(more);
    }

    @Test
    void refundsThatReturnMoreSayTheFigures() {
        var refund = payment("12.50", "EUR")
                .undoing(TransactionType.CHARGEBACK)
                .original(money("1000.00", "EUR"), "1012.50");

        assertThat(refund.sentences())
                .containsExactly("1,012.50 EUR are returned together of an original of 1,000.00 EUR");
    }

    /** The median of the rates before is 1. */
    @ParameterizedTest
    @CsvSource({
        "1049.99, false", "1050.00, true", "1050.01, true",
        "950.01, false", "950.00, true", "949.99, true"
    })
    void aRateIsUnusualFromFivePerCentOnUpOrDown(String billed, boolean unusual) {
        var scene = payment("1000.00", "EUR").billed(billed, "GBP").rates("1", "1", "1", "0.5", "2");

        assertThat(scene.codes().contains("rate_unusual")).isEqualTo(unusual);
    }

    @Test
    void aRateIsUnusualOnlyAmongEnoughRates() {
        var scene = payment("100.00", "EUR").billed("88.00", "GBP");

        assertThat(scene.rates("0.8", "0.8", "0.8", "0.8").codes()).isEmpty();
        assertThat(scene.rates("0.8", "0.8", "0.8", "0.8", "0.8").sentences())
                .containsExactly("The exchange rate lies 10.0 per cent above the median of the account's last 5 rates;"
                        + " 5 per cent is unusual");
        assertThat(scene.rates("1", "1", "1", "1", "1", "1").sentences())
                .containsExactly("The exchange rate lies 12.0 per cent below the median of the account's last 6 rates;"
                        + " 5 per cent is unusual");
    }

    @ParameterizedTest
    @CsvSource({"9, 5, false", "10, 1, true", "11, 5, true", "0, 20, false"})
    void somethingNewIsToldOnceTheAccountIsKnown(long earlier, long today, boolean known) {
        var scene = known(earlier, today);

        assertThat(scene.firstSeen(Seen.Kind.MERCHANT).codes().contains("merchant_first_seen"))
                .isEqualTo(known);
        assertThat(scene.firstSeen(Seen.Kind.COUNTRY).codes().contains("country_first_seen"))
                .isEqualTo(known);
        assertThat(scene.firstSeen(Seen.Kind.CURRENCY).codes().contains("currency_first_seen"))
                .isEqualTo(known);
        assertThat(scene.codes()).isEmpty();
    }

    @Test
    void somethingNewSaysHowWellTheAccountIsKnown() {
        var scene = known(10, 1).stored(1200);

        assertThat(scene.firstSeen(Seen.Kind.MERCHANT).sentences())
                .containsExactly("The first of the account's 1,200 transactions with this merchant");
        assertThat(scene.firstSeen(Seen.Kind.COUNTRY).sentences())
                .containsExactly("The first of the account's 1,200 transactions with a merchant in FR");
        assertThat(scene.firstSeen(Seen.Kind.CURRENCY).sentences())
                .containsExactly("The first of the account's 1,200 transactions in EUR");
    }

    /** So many before the last 24 hours and within them, this one included, of 12.50 each. */
    private static Scene known(long earlier, long today) {
        return payment("12.50", "EUR")
                .merchant("5411", "FR")
                .did(Window.MONTH, earlier + today, Long.toString(13 * (earlier + today)), "EUR")
                .did(Window.DAY, today, Long.toString(13 * today), "EUR");
    }

    @ParameterizedTest
    @EnumSource(
            value = TransactionType.class,
            names = {"REFUND", "CREDIT", "DEPOSIT", "CHARGEBACK"})
    void whatComesBackIsNoSpending(TransactionType type) {
        var spent = payment("20000.00", "GBP")
                .did(Window.MONTH, 30, "20290.00", "GBP")
                .did(Window.DAY, 1, "20000.00", "GBP");
        var spending = List.of("large_amount", "amount_unusual", "spend_unusual");

        assertThat(spent.codes()).containsAll(spending);
        assertThat(spent.undoing(type).codes()).doesNotContainAnyElementsOf(spending);
    }

    @Test
    void withoutAMerchantNoneIsNew() {
        var scene = known(10, 1).withoutMerchant();

        assertThat(scene.firstSeen(Seen.Kind.MERCHANT).codes()).isEmpty();
        assertThat(scene.firstSeen(Seen.Kind.COUNTRY).codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"23:59:59.999, false", "00:00:00, true", "05:59:59.999, true", "06:00:00, false"})
    void nightIsFromMidnightToSix(String time, boolean night) {
        assertThat(payment("12.50", "EUR").at(time).codes().contains("night")).isEqualTo(night);
    }

    @Test
    void aNightSaysWhatItIs() {
        assertThat(payment("12.50", "EUR").at("00:00:00").sentences())
                .containsExactly("It was made between 00:00 and 06:00 in the source's zone");
    }

    @Test
    void aDayHasNoNight() {
        assertThat(payment("12.50", "EUR").onADay().codes()).isEmpty();
    }

    @Test
    void twoWeakSignsAndAStrongOneFlag() {
        var scene = payment("12.50", "EUR").at("00:00:00").alike("t-1");

        assertThat(scene.risk(RiskPolicy.standard()).score()).isEqualTo(30);
        assertThat(scene.risk(RiskPolicy.standard()).flagged()).isFalse();
        assertThat(scene.did(Window.DAY, 21, "21.00", "EUR").risk(RiskPolicy.standard()))
                .satisfies(risk -> {
                    assertThat(risk.score()).isEqualTo(40);
                    assertThat(risk.flagged()).isTrue();
                    assertThat(risk.reasons())
                            .extracting(RiskReason::code)
                            .containsExactly("velocity_24h", "suspected_duplicate", "night");
                });
    }
}
