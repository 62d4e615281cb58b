package dev.sluice.guard.iam;

import static dev.sluice.guard.iam.Graphs.fields;
import static dev.sluice.guard.iam.Graphs.graph;
import static dev.sluice.guard.iam.Graphs.list;
import static dev.sluice.guard.iam.Graphs.policy;
import static dev.sluice.guard.iam.Graphs.resource;
import static dev.sluice.guard.iam.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    private static final String DOCUMENT = "data.aws_iam_policy_document.";

    private static Policy read(String json) {
        return new PolicyReader(graph()).read("p", text(json));
    }

    @Test
    @DisplayName("One text and a list of texts say the same, and an object is read as its JSON is")
    void oneOrMany() {
        var one = read(policy("Deny", "a:b", "*"));
        var many = read("{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"\", \"Effect\": \"Deny\", \"Action\":"
                + " [\"a:b\"], \"Resource\": [\"*\"], \"Condition\": {}}}");
        var object = new PolicyReader(graph())
                .read(
                        "p",
                        fields(
                                "Version",
                                "2012-10-17",
                                "Statement",
                                list(fields("Effect", "Deny", "Action", "a:b", "Resource", "*"))));
        assertThat(one).isEqualTo(many).isEqualTo(object);
        assertThat(one.complete()).isTrue();
        assertThat(one.statements()).containsExactly(Statement.of(Effect.DENY, Patterns.of("a:b"), Patterns.of("*")));
    }

    @Test
    @DisplayName("Every element of a statement is read")
    void elements() {
        var read = read("{\"Statement\": [{\"Sid\": \"S\", \"Effect\": \"Allow\", \"NotPrincipal\": {\"Service\":"
                + " [\"a.amazonaws.com\", \"b.amazonaws.com\"], \"AWS\": \"*\"}, \"NotAction\": \"a:b\", \"NotResource\": [\"x\"],"
                + " \"Condition\": {\"StringEquals\": {\"k\": [\"v\", \"w\"]}, \"Bool\": {\"b\": true}}}]}");
        assertThat(read.variables()).isFalse();
        assertThat(read.statements())
                .containsExactly(new Statement(
                        Optional.of("S"),
                        Effect.ALLOW,
                        Optional.of(new Principals(
                                true,
                                List.of(
                                        new Principals.Name(Principals.Kind.SERVICE, Value.text("a.amazonaws.com")),
                                        new Principals.Name(Principals.Kind.SERVICE, Value.text("b.amazonaws.com")),
                                        new Principals.Name(Principals.Kind.AWS, Value.text("*"))),
                                true)),
                        Patterns.allBut("a:b"),
                        Patterns.allBut("x"),
                        List.of(Condition.of("StringEquals", "k", "v", "w"), Condition.of("Bool", "b", "true"))));
    }

    @ParameterizedTest
    @DisplayName("What cannot be read makes a policy incomplete, and is no failure")
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "\"text\"",
                "{}",
                "{\"Statement\": 7}",
                "{\"Statement\": [7, \"x\", null, []]}",
                "{\"Statement\": [{}]}",
                "{\"Statement\": [{\"Effect\": \"allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}",
                "{\"Statement\": [{\"Effect\": \"Allow\", \"Resource\": \"*\"}]}",
                "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\"}]}",
                "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"NotAction\": \"a\", \"Resource\": \"*\"}]}",
                "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": 3}]}",
                "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Bool\": 3}}]}",
                "{\"Statement\": [{\"Effect\": \"${var.effect}\", \"Action\": \"*\", \"Resource\": \"*\"}]}",
                "{\"Statement\": [${var.statement}]}",
                "${var.policy}",
                "${data.aws_iam_policy_document.nowhere.json}",
            })
    void incomplete(String json) {
        var read = read(json);
        assertThat(read.complete()).isFalse();
        assertThat(read.statements()).isEmpty();
    }

    @Test
    @DisplayName("A list with something that is no text is one of which not all is known")
    void partly() {
        var read = read("{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"a:b\", {}], \"Resource\": \"*\","
                + " \"Principal\": \"*\", \"NotPrincipal\": \"*\"}]}");
        var statement = read.statements().getFirst();
        assertThat(statement.actions().whole()).isFalse();
        assertThat(statement.principals().orElseThrow().whole()).isFalse();
        assertThat(new PolicyReader(graph()).read("p", Value.unknown()).complete())
                .isFalse();
    }

    @Test
    @DisplayName(
            "A text nested deeper than any policy, and one of ten thousand statements, are read or given up at once")
    void hostile() {
        assertThat(read("{\"Statement\":" + "[".repeat(100_000)).complete()).isFalse();
        var many = new StringBuilder("{\"Statement\": [");
        for (int i = 0; i < 10_000; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"Effect\": \"Allow\", \"Action\": \"a:b\", \"Resource\": \"arn:aws:a:::")
                    .append(i)
                    .append("\"}");
        }
        var read = read(many.append("]}").toString());
        assertThat(read.statements()).hasSize(10_000);
        var decision = Evaluator.ofGraph(graph())
                .decide(
                        new Request(
                                new Principal.Service("a.amazonaws.com"),
                                "a:b",
                                Value.text("arn:aws:a:::9999"),
                                Context.unknown()),
                        new Evaluator.Policies(List.of(), Optional.empty(), Optional.of(read), false));
        assertThat(decision).isEqualTo(new Decision.Allowed(new By("p", "#10000")));
    }

    @Test
    @DisplayName("A data block makes a policy of its statements, which allow where they do not say")
    void document() {
        var block = resource(
                DOCUMENT + "d",
                "statement",
                list(
                        fields(
                                "actions",
                                list("a:b"),
                                "resources",
                                list("x/&{aws:username}"),
                                "condition",
                                fields("test", "StringEquals", "variable", "k", "values", list("&{aws:userid}"))),
                        fields(
                                "sid",
                                "No",
                                "effect",
                                "Deny",
                                "not_actions",
                                list("a:c"),
                                "not_resources",
                                list("y"),
                                "principals",
                                list(
                                        fields("type", "AWS", "identifiers", list("*")),
                                        fields("type", "Service", "identifiers", list("s3.amazonaws.com")))),
                        fields(
                                "actions",
                                list("a:d"),
                                "not_principals",
                                fields("type", "AWS", "identifiers", list("1")))));
        var read = new PolicyReader(graph(block)).read("p", text("${" + DOCUMENT + "d.json}"));
        assertThat(read.complete()).isTrue();
        assertThat(read.name()).isEqualTo("p");
        assertThat(read.statements())
                .containsExactly(
                        Statement.of(Effect.ALLOW, Patterns.of("a:b"), Patterns.of("x/${aws:username}"))
                                .when(Condition.of("StringEquals", "k", "${aws:userid}")),
                        new Statement(
                                Optional.of("No"),
                                Effect.DENY,
                                Optional.of(new Principals(
                                        false,
                                        List.of(
                                                new Principals.Name(Principals.Kind.AWS, Value.text("*")),
                                                new Principals.Name(
                                                        Principals.Kind.SERVICE, Value.text("s3.amazonaws.com"))),
                                        true)),
                                Patterns.allBut("a:c"),
                                Patterns.allBut("y"),
                                List.of()),
                        Statement.of(Effect.ALLOW, Patterns.of("a:d"), Patterns.of("*"))
                                .about(new Principals(
                                        true,
                                        List.of(new Principals.Name(Principals.Kind.AWS, Value.text("1"))),
                                        true)));
    }

    @Test
    @DisplayName("Documents a block starts from come first, and statements of the same sid take each other's place")
    void merged() {
        var base = document("base", "A", "a:base", "B", "b:base");
        var over = document("over", "B", "b:over", "D", "d:over");
        var own = resource(
                DOCUMENT + "own",
                "source_policy_documents",
                list("${" + DOCUMENT + "base.json}", policy("Deny", "z:z", "*"), ""),
                "override_policy_documents",
                list("${" + DOCUMENT + "over.minified_json}"),
                "statement",
                list(statement("A", "a:own"), statement("C", "c:own")));
        var read = new PolicyReader(graph(base, over, own)).document(own);
        assertThat(read.statements())
                .extracting(statement -> statement.actions().texts().getFirst().toString())
                .containsExactly("a:own", "b:over", "z:z", "c:own", "d:over");
        assertThat(read.complete()).isTrue();
    }

    @Test
    @DisplayName("A block that is made of itself, or has what cannot be read, is incomplete")
    void circles() {
        var circle = resource(DOCUMENT + "c", "source_json", "${" + DOCUMENT + "c.json}");
        assertThat(new PolicyReader(graph(circle)).document(circle).complete()).isFalse();
        var open = resource(
                DOCUMENT + "o",
                "statement",
                list(Value.unknown(), fields("actions", list("a:b"), "effect", Value.unknown()), fields("sid", "x")));
        var read = new PolicyReader(graph(open)).document(open);
        assertThat(read.complete()).isFalse();
        assertThat(read.statements()).isEmpty();
    }

    @Test
    @DisplayName("A plan's document is read as it was made, and a policy is found by way of another's attribute")
    void byWay() {
        var made = resource(DOCUMENT + "m", "json", policy("Allow", "a:made", "*"));
        var other = resource("aws_iam_policy.o", "policy", "${" + DOCUMENT + "m.json}");
        var read = new PolicyReader(graph(made, other)).read("p", list(text("${aws_iam_policy.o.policy}")));
        assertThat(read.statements().getFirst().actions()).isEqualTo(Patterns.of("a:made"));
    }

    private static Value statement(String sid, String action) {
        return fields("sid", sid, "actions", list(action), "resources", list("*"));
    }

    private static Resource document(String name, String one, String action, String other, String otherAction) {
        return resource(DOCUMENT + name, "statement", list(statement(one, action), statement(other, otherAction)));
    }
}
