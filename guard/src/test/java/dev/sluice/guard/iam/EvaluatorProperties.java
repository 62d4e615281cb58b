package dev.sluice.guard.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EvaluatorProperties {

    private static final Evaluator EVALUATOR = Evaluator.ofGraph(Graphs.graph());
    private static final Principal ROLE =
            new Principal.Role(List.of(Value.text("arn:aws:iam::123456789012:role/r")), Value.text("123456789012"));

    @Provide
    Arbitrary<String> actions() {
        return Arbitraries.of("s:A", "s:B", "t:A", "s:Ab");
    }

    @Provide
    Arbitrary<String> resources() {
        return Arbitraries.of("arn:aws:s:::a", "arn:aws:s:::b", "arn:aws:s:::ab", "arn:aws:s:::A");
    }

    @Provide
    Arbitrary<Statement> statements() {
        var actions = Arbitraries.of("s:A", "s:*", "*", "s:?", "t:A")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        var resources = Arbitraries.of("*", "arn:aws:s:::a", "arn:aws:s:::a*", "arn:aws:s:::?")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        var conditions = Arbitraries.of(
                        Condition.of("StringEquals", "k:known", "v"),
                        Condition.of("StringEquals", "k:known", "w"),
                        Condition.of("StringEquals", "k:unknown", "v"),
                        Condition.of("StringNotEquals", "k:absent", "v"))
                .list()
                .ofMaxSize(1);
        return Combinators.combine(
                        Arbitraries.of(Effect.class),
                        actions,
                        Arbitraries.of(true, false),
                        resources,
                        Arbitraries.of(true, false),
                        conditions)
                .as((effect, action, notAction, resource, notResource, condition) -> new Statement(
                        Optional.empty(),
                        effect,
                        Optional.empty(),
                        patterns(notAction, action),
                        patterns(notResource, resource),
                        condition));
    }

    @Provide
    Arbitrary<List<Statement>> policies() {
        return statements().list().ofMaxSize(4);
    }

    @Property
    void anExplicitDenyWins(
            @ForAll("policies") List<Statement> statements,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        var denied = with(statements, Statement.of(Effect.DENY, Patterns.of(action), Patterns.of(resource)));
        var decision = decide(denied, action, resource);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Denied.class, told -> assertThat(told.by()).isPresent());
    }

    @Property
    void anotherAllowNeverTakesARight(
            @ForAll("policies") List<Statement> statements,
            @ForAll("statements") Statement more,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        var before = rank(decide(statements, action, resource));
        var after = rank(decide(with(statements, effect(more, Effect.ALLOW)), action, resource));
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property
    void anotherDenyNeverGivesARight(
            @ForAll("policies") List<Statement> statements,
            @ForAll("statements") Statement more,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        var before = rank(decide(statements, action, resource));
        var after = rank(decide(with(statements, effect(more, Effect.DENY)), action, resource));
        assertThat(after).isLessThanOrEqualTo(before);
    }

    @Property
    void theOrderOfStatementsDoesNotMatter(
            @ForAll("policies") List<Statement> statements,
            @ForAll Random random,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        var shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, random);
        assertThat(rank(decide(shuffled, action, resource))).isEqualTo(rank(decide(statements, action, resource)));
    }

    @Property
    void howStatementsAreSpreadOverPoliciesDoesNotMatter(
            @ForAll("policies") List<Statement> statements,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        var apart = statements.stream()
                .map(statement -> Policy.of("p", List.of(statement)))
                .toList();
        assertThat(rank(EVALUATOR.decide(request(action, Value.text(resource)), Evaluator.Policies.of(apart))))
                .isEqualTo(rank(decide(statements, action, resource)));
    }

    @Property
    void theCaseOfAnActionDoesNotMatter(
            @ForAll("policies") List<Statement> statements,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        assertThat(rank(decide(statements, action.toLowerCase(Locale.ROOT), resource)))
                .isEqualTo(rank(decide(statements, action.toUpperCase(Locale.ROOT), resource)));
    }

    @Property
    void notActionAndNotResourceAreComplements(
            @ForAll("statements") Statement one,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        var allowed = new Statement(
                Optional.empty(), Effect.ALLOW, Optional.empty(), one.actions(), one.resources(), List.of());
        var otherActions = new Statement(
                Optional.empty(), Effect.ALLOW, Optional.empty(), turned(one.actions()), one.resources(), List.of());
        var everyAction = new Statement(
                Optional.empty(), Effect.ALLOW, Optional.empty(), Patterns.of("*"), one.resources(), List.of());
        boolean first = decide(List.of(allowed), action, resource).isAllowed();
        boolean second = decide(List.of(otherActions), action, resource).isAllowed();
        assertThat(first && second).isFalse();
        assertThat(first || second)
                .isEqualTo(decide(List.of(everyAction), action, resource).isAllowed());
        var otherResources = new Statement(
                Optional.empty(), Effect.ALLOW, Optional.empty(), one.actions(), turned(one.resources()), List.of());
        boolean third = decide(List.of(otherResources), action, resource).isAllowed();
        assertThat(first && third).isFalse();
    }

    @Property
    void hidingATextNeverTurnsAnAnswerRound(
            @ForAll("policies") List<Statement> statements,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        var hidden = resource.substring("arn:aws:s:::".length());
        var known = decide(statements, action, resource);
        var openTarget = EVALUATOR.decide(
                request(action, hide(Value.text(resource), hidden)),
                Evaluator.Policies.of(List.of(Policy.of("p", statements))));
        assertThat(rank(openTarget)).isIn(rank(known), 1);
        var openPolicy = statements.stream()
                .map(statement -> new Statement(
                        statement.sid(),
                        statement.effect(),
                        statement.principals(),
                        statement.actions(),
                        new Patterns(
                                statement.resources().except(),
                                statement.resources().texts().stream()
                                        .map(text -> hide(text, hidden))
                                        .toList(),
                                true),
                        statement.conditions()))
                .toList();
        assertThat(rank(decide(openPolicy, action, resource))).isIn(rank(known), 1);
        assertThat(rank(EVALUATOR.decide(
                        request(action, hide(Value.text(resource), hidden)),
                        Evaluator.Policies.of(List.of(Policy.of("p", openPolicy))))))
                .isIn(rank(known), 1);
    }

    @Property
    void whatCannotBeReadNeverTurnsAnAnswerRound(
            @ForAll("policies") List<Statement> statements,
            @ForAll("statements") Statement unread,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        var known = rank(decide(with(statements, unread), action, resource));
        var open = new Policy("p", statements, Policy.Missing.ANYTHING, true);
        assertThat(rank(EVALUATOR.decide(request(action, Value.text(resource)), Evaluator.Policies.of(List.of(open)))))
                .isIn(known, 1);
    }

    @Property
    void aBoundaryNeverGivesARight(
            @ForAll("policies") List<Statement> statements,
            @ForAll("policies") List<Statement> boundary,
            @ForAll("actions") String action,
            @ForAll("resources") String resource) {
        var bounded = EVALUATOR.decide(
                request(action, Value.text(resource)),
                new Evaluator.Policies(
                        List.of(Policy.of("p", statements)),
                        Optional.of(Policy.of("b", boundary)),
                        Optional.empty(),
                        false));
        assertThat(rank(bounded))
                .isEqualTo(
                        Math.min(rank(decide(statements, action, resource)), rank(decide(boundary, action, resource))));
    }

    private static Decision decide(List<Statement> statements, String action, String resource) {
        return EVALUATOR.decide(
                request(action, Value.text(resource)), Evaluator.Policies.of(List.of(Policy.of("p", statements))));
    }

    private static Request request(String action, Value.Text resource) {
        return new Request(
                ROLE, action, resource, Context.unknown().with("k:known", "v").without("k:absent"));
    }

    /** The text with its last part unknown, where that part is {@code hidden}; the same symbol for the same part. */
    private static Value.Text hide(Value.Text text, String hidden) {
        var written = text.toString();
        return written.endsWith(":" + hidden)
                ? new Value.Text(List.of(
                        new Piece.Literal(written.substring(0, written.length() - hidden.length())),
                        new Piece.Symbol(new Reference("aws_s3_bucket.b", "bucket"))))
                : text;
    }

    private static Patterns patterns(boolean except, List<String> texts) {
        return new Patterns(except, texts.stream().map(Value::text).toList(), true);
    }

    private static Patterns turned(Patterns patterns) {
        return new Patterns(!patterns.except(), patterns.texts(), true);
    }

    private static Statement effect(Statement statement, Effect effect) {
        return new Statement(
                statement.sid(),
                effect,
                statement.principals(),
                statement.actions(),
                statement.resources(),
                statement.conditions());
    }

    private static List<Statement> with(List<Statement> statements, Statement more) {
        var all = new ArrayList<>(statements);
        all.add(more);
        return all;
    }

    private static int rank(Decision decision) {
        return switch (decision) {
            case Decision.Allowed ignored -> 2;
            case Decision.CannotTell ignored -> 1;
            case Decision.Denied ignored -> 0;
        };
    }
}
