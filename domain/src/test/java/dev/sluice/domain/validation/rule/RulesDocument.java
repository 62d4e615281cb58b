package dev.sluice.domain.validation.rule;

import java.util.stream.Collectors;

/** The catalogue as a page for those who send transactions. */
final class RulesDocument {

    private RulesDocument() {}

    static String text() {
        return """
                # Validation rules

                Made from the catalogue in `dev.sluice.domain.validation.rule.Rules`; `./mvnw -pl domain test
                -Dtest=RulesDocumentTest -Dsluice.docs.write=true` writes it anew.

                Every rule that a submission breaks is reported at once, in this order and then in that of the fields. The
                codes are stable. A field that is `null` counts as not written. Text is normalized first (Unicode NFC, no
                white space at either end), and its characters are counted in code points. A rule that cannot be decided
                without another field, such as the scale of an amount in an unknown currency, does not apply.

                | code | fields | what it asks for |
                |---|---|---|
                %s
                """.formatted(Rules.ALL.stream().map(RulesDocument::row).collect(Collectors.joining("\n")));
    }

    private static String row(Rule rule) {
        var fields = rule.where().stream().map(pointer -> "`" + pointer + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s. |".formatted(rule.code(), fields, rule.sentence());
    }
}
