package dev.sluice.console.browser;

import dev.sluice.handlers.codec.JsonText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a sender submits: whole and valid, with parts that a test lets differ.
 *
 * @param occurredAt a day, or a moment of RFC 3339
 */
record Payment(
        String id,
        String type,
        String amount,
        String currency,
        Optional<String> billingAmount,
        String account,
        String occurredAt,
        String merchant,
        Optional<String> category) {

    private static final List<String> MERCHANTS = List.of(
            "shell kings 587",
            "midland link",
            "esso merestones",
            "rontec weoley castle",
            "tesco stores 2983",
            "amazon uk retail",
            "travelodge gb0000",
            "post office counter",
            "b & q 1082",
            "dfds seaways",
            "the works stores ltd",
            "argos retail group");

    private static final List<String> ACCOUNTS =
            List.of("5770", "8061", "0788", "4596", "6588", "7712", "1209", "3345", "9021", "2210");

    static Payment of(String id) {
        return new Payment(
                id,
                "payment",
                "12.34",
                "GBP",
                Optional.empty(),
                "4401",
                "2026-01-02T13:14:15Z",
                "Corner Shop",
                Optional.empty());
    }

    /** So many as a council's cards make in a month: days without a time, a few currencies, some money that comes back. */
    static List<Payment> month(String prefix, int count) {
        var payments = new ArrayList<Payment>(count);
        for (var i = 0; i < count; i++) {
            payments.add(purchase(prefix, i));
        }
        return payments;
    }

    private static Payment purchase(String prefix, int i) {
        var abroad = i % 23 == 22;
        var pounds = 3 + (i * 37L) % 480;
        var amount = String.format(Locale.ROOT, "%d.%02d", pounds, (i * 61) % 100);
        return new Payment(
                String.format(Locale.ROOT, "%s-%05d", prefix, i),
                i % 31 == 30 ? "credit" : "payment",
                amount,
                abroad ? "EUR" : "GBP",
                abroad ? Optional.of(amount) : Optional.empty(),
                ACCOUNTS.get(i % ACCOUNTS.size()),
                LocalDate.of(2017, 5, 1).plusDays(i % 31).toString(),
                MERCHANTS.get((i * 7) % MERCHANTS.size()),
                Optional.empty());
    }

    /** A large sum for a bet at night: three signs at once, and far over what is flagged. */
    static Payment risky(String id) {
        return of(id).worth("21500.00")
                .at("2026-01-03T02:30:00Z")
                .to("Lucky Bets")
                .inCategory("7995");
    }

    Payment worth(String otherAmount) {
        return new Payment(id, type, otherAmount, currency, billingAmount, account, occurredAt, merchant, category);
    }

    Payment at(String otherTime) {
        return new Payment(id, type, amount, currency, billingAmount, account, otherTime, merchant, category);
    }

    Payment to(String otherMerchant) {
        return new Payment(id, type, amount, currency, billingAmount, account, occurredAt, otherMerchant, category);
    }

    Payment from(String otherAccount) {
        return new Payment(id, type, amount, currency, billingAmount, otherAccount, occurredAt, merchant, category);
    }

    Payment inCategory(String mcc) {
        return new Payment(id, type, amount, currency, billingAmount, account, occurredAt, merchant, Optional.of(mcc));
    }

    Payment in(String otherCurrency) {
        return new Payment(id, type, amount, otherCurrency, billingAmount, account, occurredAt, merchant, category);
    }

    String json() {
        return JsonText.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("type", type);
            json.writeStringField("amount", amount);
            json.writeStringField("currency", currency);
            if (billingAmount.isPresent()) {
                json.writeStringField("billingAmount", billingAmount.get());
                json.writeStringField("billingCurrency", "GBP");
            }
            json.writeStringField("accountId", account);
            json.writeStringField("occurredAt", occurredAt);
            json.writeObjectFieldStart("merchant");
            json.writeStringField("name", merchant);
            if (category.isPresent()) {
                json.writeStringField("mcc", category.get());
            }
            json.writeEndObject();
        });
    }
}
