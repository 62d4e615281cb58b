package dev.sluice.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.card.CardNumberScan;
import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.DayPart;
import dev.sluice.domain.enrichment.Lookup;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.history.AccountFactsArbitraries;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionArbitraries;
import dev.sluice.domain.validation.SubmissionArbitraries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of the risk score, for any transaction, facts and policy. */
class RiskScoreProperties {

    /** A transaction with all that is known of it. */
    record Known(Transaction transaction, ReferenceEnrichment reference, ContextualEnrichment context) {

        RiskScore risk(RiskPolicy policy) {
            return RiskAssessment.of(transaction, reference, context, policy);
        }
    }

    @Property(tries = 300)
    void theScoreIsBoundedAndTheSumOfItsReasons(@ForAll("known") Known known, @ForAll("policies") RiskPolicy policy) {
        var risk = known.risk(policy);

        assertThat(risk.score()).isBetween(0, 100);
        assertThat(risk.score())
                .isEqualTo(Math.min(
                        100,
                        risk.reasons().stream().mapToInt(RiskReason::points).sum()));
        assertThat(risk.flagged()).isEqualTo(risk.score() >= policy.flagAt());
    }

    @Property(tries = 300)
    void theScoreIsDeterministic(@ForAll("known") Known known, @ForAll("policies") RiskPolicy policy) {
        assertThat(known.risk(policy)).isEqualTo(known.risk(new RiskPolicy(policy.values())));
    }

    @Property(tries = 300)
    void reasonsComeInTheOrderOfTheCatalogueEachAtMostOnce(
            @ForAll("known") Known known, @ForAll("policies") RiskPolicy policy) {
        var order = RiskRules.ALL.stream().map(RiskRule::code).toList();

        assertThat(known.risk(policy).reasons().stream()
                        .map(reason -> order.indexOf(reason.code()))
                        .toList())
                .doesNotContain(-1)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void addingAFiredRuleNeverLowersTheScore(
            @ForAll("reasons") List<RiskReason> reasons,
            @ForAll("reason") RiskReason another,
            @ForAll @IntRange(min = 1, max = 100) int flagAt) {
        var more = new ArrayList<>(reasons);
        more.add(another);

        var before = RiskScore.of(reasons, flagAt);
        var after = RiskScore.of(more, flagAt);

        assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
        assertThat(after.flagged() || !before.flagged()).isTrue();
    }

    @Property(tries = 300)
    void turningARuleOnNeverLowersTheScore(
            @ForAll("known") Known known, @ForAll("policies") RiskPolicy policy, @ForAll("rules") RiskRule rule) {
        var without = known.risk(policy.with(rule.points().name(), BigDecimal.ZERO));

        assertThat(without.reasons()).extracting(RiskReason::code).doesNotContain(rule.code());
        assertThat(known.risk(policy).score()).isGreaterThanOrEqualTo(without.score());
    }

    @Property(tries = 300)
    void raisingPointsNeverLowersTheScore(
            @ForAll("known") Known known,
            @ForAll("policies") RiskPolicy policy,
            @ForAll("rules") RiskRule rule,
            @ForAll @IntRange(max = 100) int raise) {
        var points = Math.min(100, policy.points(rule) + raise);

        var raised = known.risk(policy.with(rule.points().name(), BigDecimal.valueOf(points)));

        assertThat(raised.score()).isGreaterThanOrEqualTo(known.risk(policy).score());
    }

    @Property(tries = 300)
    void hourRulesNeverFireForDayPrecision(
            @ForAll("known") Known known, @ForAll("policies") RiskPolicy policy, @ForAll DayPart part) {
        var transaction = known.transaction();
        var risk = RiskAssessment.of(transaction, in(part, known.reference()), known.context(), policy);

        if (transaction.occurredAt() instanceof OccurredAt.Day) {
            assertThat(risk.reasons()).extracting(RiskReason::code).doesNotContain("velocity_1h", "night");
        } else {
            assertThat(risk.reasons().stream().anyMatch(reason -> reason.code().equals("night")))
                    .isEqualTo(part == DayPart.NIGHT && policy.points(new Night()) > 0);
        }
    }

    private static ReferenceEnrichment in(DayPart part, ReferenceEnrichment reference) {
        return new ReferenceEnrichment(
                reference.minorUnits(),
                reference.currencyNumeric(),
                reference.merchantCategory(),
                reference.merchantCountry(),
                reference.cardScheme(),
                reference.maskedCard(),
                new Lookup.Found<>(part),
                reference.weekend(),
                reference.fingerprint());
    }

    @Property(tries = 300)
    void noSentenceHoldsACardNumber(@ForAll("known") Known known, @ForAll("eager") RiskPolicy policy) {
        assertThat(known.risk(policy).reasons())
                .allSatisfy(reason -> assertThat(reason.sentence())
                        .matches(sentence -> !CardNumberScan.finds(sentence), "holds no card number")
                        .doesNotContainPattern("[0-9]{7}")
                        .doesNotEndWith("."));
    }

    @Property(tries = 300)
    void underAPolicyThatFlagsEarlyEveryScoreWithAReasonIsFlagged(
            @ForAll("known") Known known, @ForAll("eager") RiskPolicy policy) {
        var risk = known.risk(policy);

        assertThat(risk.flagged()).isEqualTo(!risk.reasons().isEmpty());
    }

    @Provide
    Arbitrary<Known> known() {
        return TransactionArbitraries.transactions()
                .flatMap(transaction -> AccountFactsArbitraries.factsOf(transaction)
                        .map(facts -> new Known(
                                transaction,
                                ReferenceEnrichment.of(transaction, SubmissionArbitraries.ZONE),
                                ContextualEnrichment.of(transaction, facts))));
    }

    @Provide
    Arbitrary<RiskRule> rules() {
        return Arbitraries.of(RiskRules.ALL);
    }

    @Provide
    Arbitrary<RiskReason> reason() {
        return Combinators.combine(
                        Arbitraries.of(RiskRules.ALL), Arbitraries.integers().between(0, Integer.MAX_VALUE))
                .as((rule, points) -> new RiskReason(rule.code(), points, rule.meaning()));
    }

    @Provide
    Arbitrary<List<RiskReason>> reasons() {
        return reason().list().ofMaxSize(20);
    }

    /** Any points, any score to flag at, and small thresholds, so that rules fire. */
    @Provide
    Arbitrary<RiskPolicy> policies() {
        var size = RiskRules.ALL.size();
        var points = Arbitraries.integers().between(0, 100).list().ofSize(size);
        return Combinators.combine(points, Arbitraries.integers().between(1, 100), thresholds())
                .as((each, flagAt, thresholds) -> {
                    var values = new HashMap<>(thresholds);
                    values.put("flag_at", BigDecimal.valueOf(flagAt));
                    IntStream.range(0, size)
                            .forEach(i ->
                                    values.put(RiskRules.ALL.get(i).points().name(), BigDecimal.valueOf(each.get(i))));
                    return new RiskPolicy(values);
                });
    }

    private static Arbitrary<Map<String, BigDecimal>> thresholds() {
        var names = RiskRules.ALL.stream()
                .flatMap(rule -> rule.thresholds().stream())
                .map(Setting::name)
                .toList();
        return Arbitraries.maps(
                Arbitraries.of(names), Arbitraries.integers().between(1, 20).map(BigDecimal::valueOf));
    }

    /** Everything fires that can, and one point flags. */
    @Provide
    Arbitrary<RiskPolicy> eager() {
        var values = new HashMap<String, BigDecimal>();
        for (var setting : RiskPolicy.settings()) {
            values.put(setting.name(), BigDecimal.ONE);
        }
        return Arbitraries.just(new RiskPolicy(values));
    }
}
