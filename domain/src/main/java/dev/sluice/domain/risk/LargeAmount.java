package dev.sluice.domain.risk;

import dev.sluice.domain.money.Currency;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An amount that is large for anybody. */
final class LargeAmount implements RiskRule {

    private static final String CODE = "large_amount";

    private static final Setting POINTS =
            Setting.points(CODE, 50, "a mistake or a fraud of that size is worth a look alone");

    /** Of each currency its setting, in the order of their codes. */
    private static final Map<Currency, Setting> FROM = from();

    private static Map<Currency, Setting> from() {
        var standards = Map.of(
                "EUR", "the European Union lets nobody pay more in cash (Regulation (EU) 2024/1624, article 80)",
                "GBP",
                        "5 of 5,255 transactions on Birmingham's cards reach it, all of one supplier, and each is one"
                                + " to ask about",
                "USD", "banks in the United States report cash above it (31 CFR 1010.311)");
        var settings = new LinkedHashMap<Currency, Setting>();
        for (var currency : Currency.all()) {
            var why = Optional.ofNullable(standards.get(currency.code()));
            settings.put(
                    currency,
                    new Setting(
                            "large_amount.from." + currency,
                            Unit.AMOUNT,
                            why.map(known -> new BigDecimal("10000")),
                            "from which amount billed in " + currency + " on it is large",
                            why.orElse("")));
        }
        return settings;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String meaning() {
        return "The account spends an amount that is large for its currency; does not apply to a currency without a"
                + " threshold";
    }

    @Override
    public Setting points() {
        return POINTS;
    }

    @Override
    public List<Setting> thresholds() {
        return List.copyOf(FROM.values());
    }

    @Override
    public Optional<String> fires(Evidence evidence, RiskPolicy policy) {
        var billed = evidence.transaction().billed();
        return Optional.ofNullable(FROM.get(billed.currency()))
                .filter(ignored -> evidence.isSpending())
                .flatMap(policy::value)
                .filter(from -> billed.amount().compareTo(from) >= 0)
                .map(from -> Figures.money(billed) + "; an amount is large from "
                        + Figures.amount(from, billed.currency()) + " on");
    }
}
