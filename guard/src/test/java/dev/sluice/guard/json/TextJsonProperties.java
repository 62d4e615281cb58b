package dev.sluice.guard.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextJsonProperties {

    private static Arbitrary<Value> simple() {
        var characters = Arbitraries.strings()
                .withChars('a', '"', '\\', '\n', 'é', '$', '{', '}', '\u0001', ':', ',')
                .ofMaxLength(5);
        Arbitrary<Piece> literals = characters.map(Piece.Literal::new);
        Arbitrary<Piece> symbols =
                Arbitraries.of("aws_x.a", "var.b").map(address -> new Piece.Symbol(new Reference(address, "arn")));
        return Arbitraries.oneOf(
                Arbitraries.of(true, false).map(Value.Truth::new),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000))
                        .map(Value.Num::new),
                Arbitraries.oneOf(literals, symbols).list().ofMaxSize(4).map(Value.Text::new),
                Arbitraries.just(Value.absent()));
    }

    @Provide
    Arbitrary<Value> values() {
        return nested(nested(simple()));
    }

    private static Arbitrary<Value> nested(Arbitrary<Value> inner) {
        var names = Arbitraries.strings().withChars('a', 'b', '"', '\\').ofMaxLength(3);
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMaxSize(3).map(Value.Items::new),
                Arbitraries.maps(names, inner).ofMaxSize(3).map(Value.Fields::new));
    }

    @Property(tries = 300)
    void readsBackWhatItWrote(@ForAll("values") Value value) {
        assertThat(TextJson.write(value) instanceof Value.Text text ? TextJson.read(text) : null)
                .isEqualTo(Optional.of(value));
    }

    @Property(tries = 300)
    void passesThroughAListOfOne(@ForAll("values") Value value) {
        assertThat(new Value.Items(List.of(value)).at("a")).isEqualTo(value.at("a"));
    }

    @Property(tries = 300)
    void isTheSameFromBothSides(@ForAll("values") Value one, @ForAll("values") Value other) {
        var graph = new ResourceGraph(Origin.LIVE, List.of(), List.of(), List.of(), List.of());
        assertThat(graph.same(one, other)).isEqualTo(graph.same(other, one));
    }

    @Example
    void isNoJsonWhereItIsNone() {
        assertThat(TextJson.read(Value.text("{"))).isEmpty();
        assertThat(TextJson.read(Value.text(""))).isEmpty();
        assertThat(TextJson.read(Value.text("1e999999999"))).isEmpty();
    }

    @Example
    void takesNoCharacterOfATextForAReference() {
        var stands = new Piece.Literal("\"" + Character.toString(0xF0000) + "\", ");
        var symbol = new Piece.Symbol(new Reference("aws_x.a", "arn"));
        assertThat(TextJson.read(
                        new Value.Text(List.of(new Piece.Literal("["), stands, symbol, new Piece.Literal("]")))))
                .isEmpty();
        assertThat(TextJson.read(Value.text("\"" + Character.toString(0xF0000) + "\"")))
                .contains(Value.text(Character.toString(0xF0000)));
    }

    @Example
    void readsNoMoreReferencesThanItCanTellApart() {
        var symbol = new Piece.Symbol(new Reference("aws_x.a", "arn"));
        assertThat(TextJson.read(new Value.Text(Collections.nCopies(70_000, symbol))))
                .isEmpty();
    }

    @Example
    void writesWhatIsUnknownAsAReference() {
        assertThat(TextJson.write(Value.unknown())).hasToString("\"${unknown}\"");
        assertThat(TextJson.write(Value.unknown(Value.symbol("aws_x.a", "arn"))))
                .hasToString("\"${aws_x.a.arn~}\"");
    }

    @Example
    void readsANameThatIsAReference() {
        var text = new Value.Text(List.of(
                new Piece.Literal("{\""),
                new Piece.Symbol(new Reference("aws_x.a", "arn")),
                new Piece.Literal("\": 1, \"\\\"\": 2}")));
        assertThat(TextJson.read(text).orElseThrow().members()).containsOnlyKeys("${aws_x.a.arn}", "\"");
    }
}
