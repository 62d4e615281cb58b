package dev.sluice.guard.docs;

import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.suppress.Notices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code docs/rules.md}: every rule, from its card. */
final class RulesDocument {

    /** Writes the page anew. */
    static final String COMMAND =
            "./mvnw -pl guard test -Dtest='RulesDocumentTest' -Dsurefire.failIfNoSpecifiedTests=false -Dsluice.docs.write=true";

    private static final Map<String, String> SERVICES = services();

    private RulesDocument() {}

    static String of(List<Rule> rules) {
        var lines = new ArrayList<String>();
        lines.add("<!-- Generated from the code of guard. To write it anew: " + COMMAND + " -->");
        lines.add("");
        lines.add("# Rules of the guard");
        lines.add("");
        lines.add("What `./sluice guard` looks for: " + rules.size()
                + " rules. How it is run, what its answers mean and how one is lived with: [guard.md](guard.md).");
        lines.add("");
        lines.add(
                "**error**: it does not work, loses something, or stands open. **warning**: it works until load, a failure or "
                        + "a change meets it. **note**: it works, and whoever runs it will miss something.");
        lines.add("");
        for (var service : SERVICES.entrySet()) {
            var own = rules.stream()
                    .filter(rule -> service(rule).equals(service.getKey()))
                    .toList();
            lines.add("## " + service.getValue());
            lines.add("");
            lines.add("| rule | severity | what is wrong |");
            lines.add("| --- | --- | --- |");
            own.forEach(rule -> lines.add(row(rule.card())));
            lines.add("");
            own.forEach(rule -> section(rule, lines));
        }
        lines.add("## The guard's own notices");
        lines.add("");
        lines.add("About suppressions, not about infrastructure.");
        lines.add("");
        lines.add("| rule | severity | what is wrong |");
        lines.add("| --- | --- | --- |");
        Notices.CARDS.forEach(
                card -> lines.add("| `" + card.id() + "` | " + severity(card) + " | " + card.title() + " |"));
        lines.add("");
        return String.join("\n", lines);
    }

    static List<String> servicesTold() {
        return List.copyOf(SERVICES.keySet());
    }

    static String service(Rule rule) {
        var name = rule.getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String row(Card card) {
        return "| [`" + card.id() + "`](#" + card.id() + ") | " + severity(card) + " | " + cell(card.title()) + " |";
    }

    private static void section(Rule rule, List<String> lines) {
        var card = rule.card();
        var folder = rule.getClass().getPackageName().replace('.', '/') + "/"
                + rule.getClass().getSimpleName();
        lines.add("### " + card.id());
        lines.add("");
        lines.add("**" + card.title() + ".** " + card.why());
        lines.add("");
        lines.add("*What to do:* " + card.remedy());
        lines.add("");
        lines.add("[Reference](" + card.reference() + ") · [code](../guard/src/main/java/" + folder + ".java) · "
                + "[examples](../guard/src/test/resources/" + folder + ")");
        lines.add("");
    }

    private static String severity(Card card) {
        return card.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static Map<String, String> services() {
        var all = new LinkedHashMap<String, String>();
        all.put("lambda", "Functions");
        all.put("iam", "Who may do what");
        all.put("apigateway", "APIs");
        all.put("cloudwatch", "Logs and alarms");
        all.put("sqs", "Queues");
        all.put("sns", "Topics");
        all.put("dynamodb", "Tables");
        all.put("kms", "Encryption and keys");
        all.put("s3", "Buckets");
        all.put("account", "The account, and wherever it is deployed");
        return all;
    }
}
