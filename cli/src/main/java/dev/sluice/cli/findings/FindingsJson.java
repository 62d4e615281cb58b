package dev.sluice.cli.findings;

import dev.sluice.cli.json.Json;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.local.FindingCounts;
import dev.sluice.local.Findings;
import dev.sluice.local.Findings.Found;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was found, as programs read it. */
public final class FindingsJson {

    private FindingsJson() {}

    public static Json of(Findings findings) {
        var members = counts(findings.counts());
        members.put("topFlagged", list(findings.flagged(), FindingsJson::flagged));
        members.put("topDuplicates", list(findings.duplicates(), FindingsJson::duplicate));
        members.put("topRates", list(findings.rates(), FindingsJson::rate));
        return new Json.Obj(members);
    }

    private static Map<String, Json> counts(FindingCounts counts) {
        var members = new LinkedHashMap<String, Json>();
        members.put("transactions", number(counts.transactions()));
        members.put("enriched", number(counts.enriched()));
        members.put("scored", number(counts.scored()));
        members.put("flagged", number(counts.flagged()));
        members.put("reasons", numbers(counts.reasons()));
        members.put("reasonsOfFlagged", numbers(counts.reasonsOfFlagged()));
        members.put("duplicates", number(counts.duplicates()));
        members.put("rates", number(counts.rates()));
        members.put("merchantsFirstSeen", number(counts.merchantsFirstSeen()));
        members.put("countriesFirstSeen", number(counts.countriesFirstSeen()));
        members.put("currenciesFirstSeen", number(counts.currenciesFirstSeen()));
        return members;
    }

    private static Json flagged(Found found) {
        var members = transaction(found);
        var risk = found.assessment().risk();
        members.put("score", number(risk.score()));
        members.put(
                "reasons",
                new Json.Arr(risk.reasons().stream().map(FindingsJson::reason).toList()));
        return new Json.Obj(members);
    }

    private static Json reason(RiskReason reason) {
        var members = new LinkedHashMap<String, Json>();
        members.put("code", new Json.Str(reason.code()));
        members.put("points", number(reason.points()));
        members.put("sentence", new Json.Str(reason.sentence()));
        return new Json.Obj(members);
    }

    private static Json duplicate(Found found) {
        var members = transaction(found);
        members.put("suspectedDuplicateOf", new Json.Str(Words.duplicateOf(found)));
        return new Json.Obj(members);
    }

    private static Json rate(Found found) {
        var members = transaction(found);
        var context = found.assessment().context();
        context.effectiveRate().found().ifPresent(rate -> members.put("effectiveRate", decimal(rate)));
        context.rateDeviation().found().ifPresent(deviation -> {
            members.put("median", decimal(deviation.median()));
            members.put("rates", number(deviation.rates()));
            members.put("deviation", decimal(deviation.deviation()));
        });
        return new Json.Obj(members);
    }

    private static Map<String, Json> transaction(Found found) {
        var transaction = found.enriched().transaction();
        var members = new LinkedHashMap<String, Json>();
        members.put("source", new Json.Str(transaction.identity().source()));
        members.put("id", new Json.Str(transaction.identity().id()));
        members.put("type", new Json.Str(transaction.type().code()));
        members.put("accountId", new Json.Str(transaction.accountId()));
        members.put("occurredAt", new Json.Str(Words.when(found)));
        transaction.merchant().map(Merchant::name).ifPresent(name -> members.put("merchant", new Json.Str(name)));
        money(members, "amount", "currency", transaction.amount());
        money(members, "billedAmount", "billedCurrency", transaction.billed());
        return members;
    }

    private static void money(Map<String, Json> members, String amount, String currency, Money money) {
        members.put(amount, new Json.Str(money.toPlainString()));
        members.put(currency, new Json.Str(money.currency().code()));
    }

    private static Json list(List<Found> found, Function<Found, Json> item) {
        return new Json.Arr(found.stream().map(item).toList());
    }

    private static Json numbers(Map<String, Long> counts) {
        var members = new LinkedHashMap<String, Json>();
        counts.forEach((code, count) -> members.put(code, number(count)));
        return new Json.Obj(members);
    }

    private static Json number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }

    private static Json decimal(BigDecimal value) {
        return new Json.Str(value.toPlainString());
    }
}
