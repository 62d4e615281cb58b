package dev.sluice.compliance.docs;

import dev.sluice.blueprint.Compliance;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.compliance.repair.Repairs;
import dev.sluice.compliance.rule.Rules;
import dev.sluice.compliance.runbook.Entry;
import dev.sluice.compliance.runbook.Runbook;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rules.Catalogue;
import dev.sluice.guard.suppress.Notices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The runbook's entries as Markdown, within the page that people write. */
final class FindingsDocument {

    /** Writes them anew. */
    static final String COMMAND =
            "./mvnw -pl compliance -am test -Dtest='FindingsDocumentTest' -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dsluice.docs.write=true";

    private static final String BEGIN =
            "<!-- Generated from dev.sluice.compliance.runbook. To write it anew: " + COMMAND + " -->";
    private static final String END = "<!-- end: findings -->";

    private static final Map<String, String> SERVICES = services();

    private FindingsDocument() {}

    /** The page with the entries as they are; all else stays as somebody wrote it. */
    static String of(String page) {
        var begin = page.indexOf(BEGIN);
        var end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("docs/findings.md lacks the lines " + BEGIN + " and " + END);
        }
        return page.substring(0, begin) + BEGIN + "\n\n" + entries() + "\n" + page.substring(end);
    }

    /** The part of the page that a rule stands in. */
    static String service(Rule rule) {
        var id = rule.card().id();
        return id.substring(0, id.indexOf('-'));
    }

    static List<String> servicesTold() {
        return List.copyOf(SERVICES.keySet());
    }

    private static String entries() {
        var lines = new ArrayList<String>();
        SERVICES.forEach((service, heading) -> {
            lines.add("## " + heading);
            lines.add("");
            Rules.ALL.stream()
                    .filter(rule -> service(rule).equals(service))
                    .forEach(rule -> section(rule.card(), reason(rule), lines));
        });
        lines.add("## What is said of suppressions");
        lines.add("");
        Notices.CARDS.forEach(card -> section(card, "[How one is written](guard.md#suppressions).", lines));
        return String.join("\n", lines);
    }

    private static String reason(Rule rule) {
        var card = rule.card();
        return Catalogue.ALL.contains(rule)
                ? "[Why](rules.md#" + card.id() + ")."
                : card.why() + " [Reference](" + card.reference() + ").";
    }

    private static void section(Card card, String reason, List<String> lines) {
        var entry = Runbook.of(card.id()).orElseThrow(() -> new AssertionError("no entry for " + card.id()));
        lines.add("### " + card.id());
        lines.add("");
        lines.add("*" + card.title() + " (" + card.severity().name().toLowerCase(Locale.ROOT) + ").* " + reason);
        lines.add("");
        lines.add("**Repaired by itself.** " + repaired(card.id()));
        lines.add("");
        for (int index = 0; index < Entry.HEADINGS.size(); index++) {
            lines.add("**" + Entry.HEADINGS.get(index) + ".**"
                    + below(entry.parts().get(index)));
            lines.add("");
        }
    }

    private static String repaired(String rule) {
        return Repairs.answering(rule)
                .map(kind -> "Where the remediator is told to, and nothing speaks against it: " + change(kind) + ".")
                .orElse("No.");
    }

    private static String change(RepairKind kind) {
        return switch (kind) {
            case LOG_RETENTION -> "the log group keeps its lines for `log_retention_days`, and older ones go";
            case PUBLIC_ACCESS_BLOCK -> "all four locks of the bucket's public access block are on";
            case DEAD_LETTER_RETENTION ->
                "the dead-letter queue keeps its letters for "
                        + Compliance.SCANNER_DEAD_LETTERS.retention().toDays() + " days";
            case POINT_IN_TIME_RECOVERY -> "the table can be set back to any second from then on";
            case TRACING -> "the function is configured to be traced; no version is published";
            case TAGS ->
                "tags that a queue, topic, table, function, log group or bucket lacks are added; none is changed or taken";
            case TOPIC_ENCRYPTION ->
                "a topic is encrypted with the environment's key, or another topic's, that all can use who need it";
        };
    }

    /** A block of commands is a paragraph of its own, text is that of its heading. */
    private static String below(String part) {
        return (part.startsWith("```") ? "\n\n" : "\n") + part;
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
        all.put("account", "The account, and what is in no environment");
        return all;
    }
}
