package dev.sluice.domain.risk;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue as a page for those who read flags and set what they flag at. */
final class RiskRulesDocument {

    private RiskRulesDocument() {}

    static String text() {
        return """
                # Risk rules

                Made from the catalogue in `dev.sluice.domain.risk.RiskRules`; `./mvnw -pl domain test
                -Dtest=RiskRulesDocumentTest -Dsluice.docs.write=true` writes it anew.

                A transaction's score is the sum of the points of the rules that fire, 100 where they are more. It is flagged
                from `flag_at` on. Every rule is decided for itself, from the transaction, from what reference tables add to it
                and from what its account's history adds; the reasons are listed in this order, each with its points and a
                sentence with the figures. A rule that cannot be decided, because a part of that is absent, does not fire. A
                rule with 0 points is off. The rules marked with * are not asked where only the day of a transaction is known.

                | code | fires when | points | why so many |
                |---|---|---|---|
                %s

                The merchant categories of high risk are in
                `domain/src/main/resources/dev/sluice/domain/reference/mcc-high-risk.txt`, with what each of them sells.

                The defaults were tried on the 5,255 transactions on purchase cards that Birmingham City Council published for
                May 2017 (days without a time, no merchant categories or countries; `samples/README.md` says more), in the
                order of the file. 350 have a score above 0 and 10 are flagged: 5 large amounts, 4 purchases that are both
                unusual for their card and most of a month's spending on one day, such as a gas bill of 8,986.64 GBP on a card
                for groceries, and one that looks as if it was made twice on such a day. The other 109 suspected duplicates
                would be many more, half of them below 23 GBP. [All of it](real-month.md).

                ## Settings

                Each rule has a setting `<code>.points`, in whole numbers from 0 to 100. What else can be set:

                | setting | default | unit | what it is | why the default |
                |---|---|---|---|---|
                %s

                A number outside the range of its unit is refused, and so is a name that is not in this list:

                | unit | range |
                |---|---|
                %s
                """.formatted(
                lines(RiskRules.ALL.stream().map(RiskRulesDocument::row)),
                lines(Stream.concat(settings().map(RiskRulesDocument::row), Stream.of(otherCurrency()))),
                lines(Stream.of(Unit.values()).map(unit -> "| %s | %s |".formatted(unit.words(), unit.range()))));
    }

    private static String lines(Stream<String> rows) {
        return rows.collect(Collectors.joining("\n"));
    }

    private static String row(RiskRule rule) {
        return "| `%s`%s | %s. | %s | %s. |"
                .formatted(
                        rule.code(),
                        rule.needsTimeOfDay() ? " *" : "",
                        rule.meaning(),
                        standard(rule.points()),
                        capital(rule.points().why()));
    }

    /** Those with a standard that are not a rule's points. */
    private static Stream<Setting> settings() {
        var points = RiskRules.ALL.stream().map(RiskRule::points).toList();
        return RiskPolicy.settings().stream()
                .filter(setting ->
                        !points.contains(setting) && setting.standard().isPresent());
    }

    private static String row(Setting setting) {
        return "| `%s` | %s | %s | %s. | %s. |"
                .formatted(
                        setting.name(),
                        standard(setting),
                        setting.unit().words(),
                        capital(setting.meaning()),
                        capital(setting.why()));
    }

    private static String otherCurrency() {
        return "| `large_amount.from.` and any other currency of ISO 4217 | none | " + Unit.AMOUNT.words()
                + " | The same for that currency. | What is large is for those to say who pay in it. |";
    }

    private static String standard(Setting setting) {
        return setting.standard().map(BigDecimal::toPlainString).orElse("none");
    }

    private static String capital(String sentence) {
        return Character.isLetter(sentence.charAt(0))
                ? sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1)
                : sentence;
    }
}
