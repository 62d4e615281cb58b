package dev.sluice.guard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A graph")
class ResourceGraphTest {

    private static Resource resource(String address, String attribute, Value value) {
        var data = address.startsWith("data.");
        var parts = (data ? address.substring(5) : address).split("\\.", -1);
        return new Resource(
                address,
                "",
                data,
                parts[0],
                parts[1],
                new Value.Fields(Map.of(attribute, value)),
                Set.of(),
                new Place("main.tf", 0),
                Optional.empty(),
                new Value.Fields(Map.of()),
                List.of());
    }

    private static ResourceGraph graph(Resource... resources) {
        return new ResourceGraph(Origin.CONFIGURATION, List.of(resources), List.of(), List.of(), List.of());
    }

    @ParameterizedTest(name = "{1} names the {0} {2}")
    @CsvSource({
        "aws_sqs_queue, orders, orders",
        "aws_sqs_queue, arn:aws:sqs:eu-west-1:123456789012:orders, orders",
        "aws_sqs_queue, https://sqs.eu-west-1.amazonaws.com/123456789012/orders, orders",
        "aws_lambda_function, arn:aws:lambda:eu-west-1:123456789012:function:f, f",
        "aws_lambda_function, arn:aws:lambda:eu-west-1:123456789012:function:f:live, f",
        "aws_dynamodb_table, arn:aws:dynamodb:eu-west-1:123456789012:table/t, t",
        "aws_dynamodb_table, arn:aws:dynamodb:eu-west-1:123456789012:table/t/index/i, t",
        "aws_iam_role, arn:aws:iam::123456789012:role/r, r",
        "aws_iam_role, arn:aws:iam::123456789012:role/service-role/r, r",
        "aws_cloudwatch_log_group, arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/f:*, /aws/lambda/f",
        "aws_kms_alias, arn:aws:kms:eu-west-1:123456789012:alias/k, alias/k",
        "aws_s3_bucket, arn:aws:s3:::b, b",
        "aws_sns_topic, arn:aws, arn:aws"
    })
    @DisplayName("finds a resource by its name, ARN or URL written out")
    void byName(String type, String written, String name) {
        var attribute = Naming.attribute(type).orElseThrow();
        var resource = resource(type + ".a", attribute, Value.text(name));
        assertThat(graph(resource).target(Value.text(written), type)).contains(resource);
    }

    @Test
    @DisplayName("follows a reference to a resource, an instance, or all instances of a block")
    void byReference() {
        var plain = resource("aws_sqs_queue.a", "name", Value.text("a"));
        var keyed = resource("aws_sqs_queue.k[\"x[0].y\"]", "name", Value.text("k"));
        var other = resource("aws_sqs_queue.k[\"z\"]", "name", Value.text("z"));
        var data = resource("data.aws_sqs_queue.a", "name", Value.text("d"));
        var graph = graph(plain, keyed, other, data);
        assertThat(graph.behind(Value.symbol("aws_sqs_queue.a", "arn"))).containsExactly(plain);
        assertThat(graph.at("aws_sqs_queue.k")).containsExactly(keyed, other);
        assertThat(graph.at("aws_sqs_queue.k[\"x[0].y\"]")).containsExactly(keyed);
        assertThat(graph.at("aws_sqs_queue.k[\"gone\"]")).isEmpty();
        assertThat(graph.at("aws_sqs_queue.a[0]")).containsExactly(plain);
        assertThat(graph.at("aws_sqs_queue.gone")).isEmpty();
        assertThat(graph.target(Value.symbol("aws_sqs_queue.k", "arn"))).isEmpty();
        assertThat(graph.behind(Value.symbol("aws_sqs_queue.a", "arn"), "aws_sns_topic"))
                .isEmpty();
        assertThat(graph.of("aws_sqs_queue")).containsExactly(plain, keyed, other);
        assertThat(graph.dataOf("aws_sqs_queue")).containsExactly(data);
        assertThat(graph.resources()).hasSize(4);
        assertThat(graph.origin()).isEqualTo(Origin.CONFIGURATION);
    }

    @Test
    @DisplayName("spells names out that are made of other names")
    void spelled() {
        var queue = resource("aws_sqs_queue.a", "name", Value.text("orders"));
        var role = resource(
                "aws_iam_role.r",
                "name",
                new Value.Text(List.of(
                        new Piece.Symbol(new Reference("aws_sqs_queue.a", "name")), new Piece.Literal("-role"))));
        var number = resource("aws_x.n", "size", Value.number(5));
        var self = resource("aws_x.s", "name", Value.symbol("aws_x.s", "name"));
        var circle = resource("aws_x.c", "name", Value.symbol("aws_x.d", "name"));
        var back = resource("aws_x.d", "name", Value.symbol("aws_x.c", "name"));
        var graph = graph(queue, role, number, self, circle, back);
        assertThat(graph.spelled(Value.symbol("aws_iam_role.r", "id"))).isEqualTo(Value.text("orders-role"));
        assertThat(graph.spelled(Value.symbol("aws_x.n", "size"))).isEqualTo(Value.number(5));
        assertThat(graph.spelled(new Value.Text(
                        List.of(new Piece.Literal("n"), new Piece.Symbol(new Reference("aws_x.n", "size"))))))
                .isEqualTo(Value.text("n5"));
        assertThat(graph.spelled(Value.symbol("aws_x.s", "name"))).isEqualTo(Value.symbol("aws_x.s", "name"));
        assertThat(graph.spelled(Value.symbol("aws_x.c", "name")).isOpen()).isTrue();
        assertThat(graph.spelled(Value.symbol("aws_sqs_queue.a", "arn")))
                .isEqualTo(Value.symbol("aws_sqs_queue.a", "arn"));
        assertThat(graph.spelled(Value.symbol("aws_lambda_function.x", "id")).isOpen())
                .isTrue();
        assertThat(graph.spelled(Value.number(1))).isEqualTo(Value.number(1));
    }

    @Test
    @DisplayName("ends where names double themselves")
    void doubling() {
        var all = new ArrayList<Resource>();
        for (int index = 0; index < 20; index++) {
            var piece = new Piece.Symbol(new Reference("aws_x.r" + (index + 1), "name"));
            var pieces = new ArrayList<Piece>();
            for (int time = 0; time < 50; time++) {
                pieces.add(piece);
                pieces.add(new Piece.Literal("-"));
            }
            all.add(resource("aws_x.r" + index, "name", new Value.Text(pieces)));
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThat(graph(all.toArray(Resource[]::new))
                                .spelled(Value.symbol("aws_x.r0", "name"))
                                .isKnown())
                        .isFalse());
    }

    @Test
    @DisplayName("knows who refers to whom, and what can be reached")
    void reach() {
        var c = resource("aws_x.c", "to", Value.symbol("aws_x.a", "arn"));
        var b = resource("aws_x.b", "to", Value.symbol("aws_x.c", "arn"));
        var a = resource("aws_x.a", "to", Value.symbol("aws_x.b", "arn"));
        var graph = graph(a, b, c);
        assertThat(graph.referringTo(a)).containsExactly(c);
        assertThat(graph.reachableFrom(a)).containsExactlyInAnyOrder(b, c);
        assertThat(graph.referringTo(resource("aws_x.z", "to", Value.absent()))).isEmpty();
    }

    @Test
    @DisplayName("tells whether two values come to the same, where it can be told")
    void same() {
        var graph = graph(resource("aws_sqs_queue.a", "name", Value.text("orders")));
        var symbol = Value.symbol("aws_sqs_queue.a", "name");
        assertThat(graph.same(symbol, Value.text("orders"))).isEqualTo(Told.YES);
        assertThat(graph.same(symbol, Value.text("other"))).isEqualTo(Told.NO);
        assertThat(graph.same(Value.number(5), Value.text("5"))).isEqualTo(Told.YES);
        assertThat(graph.same(Value.number(5), Value.text("5.0"))).isEqualTo(Told.YES);
        var unknown = Value.unknown(symbol);
        assertThat(graph.same(unknown, unknown)).isEqualTo(Told.CANNOT_TELL);
        assertThat(graph.same(Value.symbol("aws_x.y", "arn"), Value.symbol("aws_x.y", "arn")))
                .isEqualTo(Told.YES);
        assertThat(graph.same(Value.symbol("aws_x.y", "arn"), Value.text("x"))).isEqualTo(Told.CANNOT_TELL);
        assertThat(graph.same(list(Value.number(1)), list(Value.number(2)))).isEqualTo(Told.NO);
        assertThat(graph.same(list(Value.number(1)), list(Value.text("1")))).isEqualTo(Told.YES);
        assertThat(graph.same(list(unknown), list(unknown))).isEqualTo(Told.CANNOT_TELL);
        assertThat(graph.same(list(symbol), list(Value.text("orders")))).isEqualTo(Told.YES);
        assertThat(graph.same(list(), list(symbol))).isEqualTo(Told.NO);
        assertThat(graph.same(field("a"), field("a"))).isEqualTo(Told.YES);
        assertThat(graph.same(field("a"), field("b"))).isEqualTo(Told.CANNOT_TELL);
        assertThat(graph.same(field("a"), list())).isEqualTo(Told.NO);
    }

    private static Value list(Value... values) {
        return new Value.Items(List.of(values));
    }

    private static Value field(String name) {
        return new Value.Fields(Map.of(name, Value.number(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "aws_x.a, aws_x.a, aws_x.a",
        "aws_x.a[0], aws_x.a, aws_x.a",
        "module.m[0].aws_x.a, module.m[0].aws_x.a, module.m.aws_x.a",
        "module.m[\"a.b\"].aws_x.a[\"c]\"], module.m[\"a.b\"].aws_x.a, module.m.aws_x.a",
        "aws_x.a[\"q\\\"]\"], aws_x.a, aws_x.a",
        "aws_x.a[b[0]], aws_x.a, aws_x.a",
        "aws_x.a[0, aws_x.a[0, aws_x.a",
        "a], a], a]"
    })
    @DisplayName("has addresses whose keys may hold anything")
    void addresses(String address, String block, String configured) {
        assertThat(Address.ofBlock(address)).isEqualTo(block);
        assertThat(Address.withoutKeys(address)).isEqualTo(configured);
    }
}
