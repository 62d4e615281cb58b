package dev.sluice.guard.report;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Suppression;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Findings to test with: whole ones, of which a test lets one thing differ. */
public final class Samples extends DomainContextBase {

    public static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    public static final Card DLQ = card("sqs-without-dead-letters", Severity.WARNING);
    public static final Card TRACED = card("lambda-traced-without-permission", Severity.ERROR);
    public static final Card QUIET = card("log-group-without-retention", Severity.NOTE);
    public static final List<Card> CARDS = List.of(DLQ, TRACED, QUIET);

    public static Card card(String id, Severity severity) {
        return new Card(
                id,
                severity,
                "The title of " + id,
                "Something happens because of " + id + ".",
                "Do something about " + id + ".",
                "https://docs.aws.amazon.com/" + id + ".html");
    }

    public static Finding broken(Card card, String resource, int line) {
        return new Finding(
                card, new Finding.Broken(resource + " breaks it."), resource, new Place("infra/main.tf", line));
    }

    public static Finding open(Card card, String resource, int line) {
        return new Finding(
                card, new Finding.CannotTell(resource + " may break it."), resource, new Place("infra/main.tf", line));
    }

    public static Resource resource(String address, int line, Map<String, Value> tags, String... comments) {
        var parts = address.split("[.\\[]", -1);
        return new Resource(
                address,
                "",
                false,
                parts[0],
                parts[1],
                new Value.Fields(Map.of("tags", new Value.Fields(tags))),
                Set.of(),
                new Place("infra/main.tf", line),
                Optional.empty(),
                new Value.Fields(Map.of()),
                List.of(comments));
    }

    public static Suppression filed(String rule, String resource, LocalDate until) {
        return new Suppression(
                rule,
                resource,
                until,
                "It is moved next month.",
                Suppression.Source.FILE,
                new Place("guard-suppressions.json", 2));
    }

    public static Sieve sieve(Suppression... suppressions) {
        return new Sieve(Severity.NOTE, List.of(suppressions), Baseline.NONE, TODAY);
    }

    public static Checked checked(Finding... findings) {
        return new Checked(List.of("infra/main.tf"), List.of(), List.of(), CARDS, List.of(findings));
    }

    /** A report with one of everything. */
    static Report full() {
        var checked = new Checked(
                List.of("infra/main.tf", "infra/more.tf.json"),
                List.of(resource("aws_sqs_queue.orders", 3, Map.of())),
                List.of(new Unreadable(new Place("infra/broken dir/ö.tf", 7), "a block is not closed")),
                CARDS,
                List.of(
                        broken(DLQ, "aws_sqs_queue.orders", 3),
                        broken(DLQ, "aws_sqs_queue.known", 9),
                        broken(TRACED, "aws_lambda_function.intake", 20),
                        open(TRACED, "aws_lambda_function.other", 30),
                        broken(QUIET, "aws_cloudwatch_log_group.old", 0)));
        return Report.of(
                checked,
                new Sieve(
                        Severity.NOTE,
                        List.of(filed(QUIET.id(), "aws_cloudwatch_log_group.*", TODAY.plusDays(9))),
                        new Baseline(List.of(
                                new Baseline.Entry(DLQ.id(), "aws_sqs_queue.known"),
                                new Baseline.Entry(DLQ.id(), "aws_sqs_queue.gone"))),
                        TODAY));
    }

    /** What an input may hold: anything. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(12),
                Arbitraries.of(
                        "\u001b[31mred\u001b[0m",
                        "a\nb\r\tc",
                        "]]>",
                        "<&\"'>",
                        "\u0000",
                        "\u202e",
                        "\ud800",
                        "\uffff",
                        "../up.tf",
                        "/etc/x y.tf",
                        "//host/x",
                        "a:b",
                        "ö ü.tf",
                        ""));
    }

    @Provide
    Arbitrary<Finding> findings() {
        var lines = Arbitraries.integers().between(0, 3);
        return Combinators.combine(Arbitraries.of(CARDS), texts(), texts(), texts(), lines, Arbitraries.of(true, false))
                .as((card, said, resource, file, line, broken) -> new Finding(
                        card,
                        broken ? new Finding.Broken(said) : new Finding.CannotTell(said),
                        resource,
                        new Place(file, line)));
    }

    @Provide
    Arbitrary<Unreadable> unreadables() {
        return Combinators.combine(texts(), Arbitraries.integers().between(0, 3), texts())
                .as((file, line, why) -> new Unreadable(new Place(file, line), why));
    }

    @Provide
    Arbitrary<Suppression> suppressions() {
        var rules = Arbitraries.of(DLQ.id(), TRACED.id(), QUIET.id(), "no-such-rule");
        var patterns = Arbitraries.oneOf(texts(), Arbitraries.of("*", "*a*", "a*"));
        var days = Arbitraries.integers().between(-2, 2);
        return Combinators.combine(rules, patterns, days, texts())
                .as((rule, pattern, day, reason) -> new Suppression(
                        rule,
                        pattern,
                        TODAY.plusDays(day),
                        reason,
                        Suppression.Source.FILE,
                        new Place("guard-suppressions.json", 2)));
    }

    @Provide
    Arbitrary<Baseline> baselines() {
        return findings().map(Baseline.Entry::of).list().ofMaxSize(4).map(Baseline::new);
    }

    @Provide
    Arbitrary<Sieve> sieves() {
        return Combinators.combine(
                        Arbitraries.of(Severity.class), suppressions().list().ofMaxSize(4), baselines())
                .as((least, suppressions, baseline) -> new Sieve(least, suppressions, baseline, TODAY));
    }

    @Provide
    Arbitrary<Checked> checks() {
        return Combinators.combine(
                        findings().list().ofMaxSize(8), unreadables().list().ofMaxSize(3))
                .as((findings, unreadable) -> new Checked(List.of("a.tf"), List.of(), unreadable, CARDS, findings));
    }
}
