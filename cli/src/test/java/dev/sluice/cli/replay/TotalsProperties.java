package dev.sluice.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TotalsProperties {

    private static final Map<String, Integer> DECIMALS = Map.of("JPY", 0, "GBP", 2, "BHD", 3);

    record Movement(String type, String currency, long minorUnits) {

        Json transaction() {
            var members = new LinkedHashMap<String, Json>();
            members.put("type", new Json.Str(type));
            members.put("currency", new Json.Str(currency));
            members.put(
                    "amount",
                    new Json.Str(BigDecimal.valueOf(minorUnits, DECIMALS.get(currency))
                            .toPlainString()));
            return new Json.Obj(members);
        }
    }

    @Provide
    Arbitrary<List<Movement>> movements() {
        return Combinators.combine(
                        Arbitraries.of("payment", "credit", "refund", "chargeback", "fee"),
                        Arbitraries.of(DECIMALS.keySet()),
                        Arbitraries.longs().between(1, 999_999_999_999_999_999L))
                .as(Movement::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void totalsAreThoseOfCountingMinorUnits(@ForAll("movements") List<Movement> movements) {
        var totals = new Totals();
        var counted = new HashMap<String, BigInteger>();
        for (var movement : movements) {
            Tally.of(movement.transaction()).own().ifPresent(totals::add);
            var units = BigInteger.valueOf(movement.minorUnits());
            var back = List.of("credit", "refund", "chargeback").contains(movement.type());
            counted.merge(movement.currency(), back ? units.negate() : units, BigInteger::add);
        }

        var written = totals.written();
        assertThat(written.keySet()).isEqualTo(counted.keySet());
        counted.forEach((currency, units) -> {
            var scale = DECIMALS.get(currency);
            assertThat(written.get(currency)).isEqualTo(new BigDecimal(units, scale).toPlainString());
        });
    }

    @Example
    void theBillingSideIsBilledAndElseTheAmount() {
        var own = new LinkedHashMap<String, Json>();
        own.put("type", new Json.Str("credit"));
        own.put("amount", new Json.Num(new BigDecimal("34.6")));
        own.put("currency", new Json.Str("EUR"));
        assertThat(Tally.of(new Json.Obj(own)).billed()).contains(new Tally.Sum("EUR", new BigDecimal("-34.6")));

        own.put("billingAmount", new Json.Str("30.83"));
        own.put("billingCurrency", new Json.Str("GBP"));
        assertThat(Tally.of(new Json.Obj(own)).billed()).contains(new Tally.Sum("GBP", new BigDecimal("-30.83")));
    }

    @Example
    void whatIsNoAmountCountsForNothing() {
        var members = new LinkedHashMap<String, Json>();
        members.put("amount", new Json.Str("a lot"));
        members.put("currency", new Json.Str("EUR"));

        assertThat(Tally.of(new Json.Obj(members)).own()).isEmpty();
        assertThat(new Totals().written()).isEmpty();
    }
}
