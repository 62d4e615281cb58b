package dev.sluice.guard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A value")
class ValueTest {

    private static final Value.Text SYMBOL = Value.symbol("aws_x.a", "arn");
    private static final Value UNKNOWN = Value.unknown(SYMBOL);
    private static final Value MIXED =
            new Value.Text(List.of(new Piece.Literal("x-"), SYMBOL.pieces().getFirst()));

    @Test
    @DisplayName("is known where all of it is")
    void known() {
        assertThat(Value.absent().isKnown()).isFalse();
        assertThat(new Value.Truth(true).isKnown()).isTrue();
        assertThat(Value.number(1).isKnown()).isTrue();
        assertThat(Value.text("").isKnown()).isTrue();
        assertThat(SYMBOL.isKnown()).isFalse();
        assertThat(MIXED.isKnown()).isFalse();
        assertThat(UNKNOWN.isKnown()).isFalse();
        assertThat(new Value.Items(List.of(Value.absent())).isKnown()).isTrue();
        assertThat(new Value.Items(List.of(UNKNOWN)).isKnown()).isFalse();
        assertThat(new Value.Fields(Map.of("a", Value.absent())).isKnown()).isTrue();
        assertThat(new Value.Fields(Map.of("a", SYMBOL)).isKnown()).isFalse();
    }

    @Test
    @DisplayName("is open where it may be anything")
    void open() {
        assertThat(UNKNOWN.isOpen()).isTrue();
        assertThat(SYMBOL.isOpen()).isTrue();
        assertThat(MIXED.isOpen()).isFalse();
        assertThat(Value.absent().isOpen()).isFalse();
    }

    @Test
    @DisplayName("may be alike and yet not the same")
    void certain() {
        assertThat(Value.absent().isCertain()).isTrue();
        assertThat(new Value.Truth(true).isCertain()).isTrue();
        assertThat(Value.number(1).isCertain()).isTrue();
        assertThat(SYMBOL.isCertain()).isTrue();
        assertThat(UNKNOWN.isCertain()).isFalse();
        assertThat(new Value.Items(List.of(UNKNOWN)).isCertain()).isFalse();
        assertThat(new Value.Fields(Map.of("a", SYMBOL)).isCertain()).isTrue();
        assertThat(Value.symbol("unknown", "").isCertain()).isFalse();
    }

    @Test
    @DisplayName("is a text, a number or a truth where it writes one")
    void conversions() {
        assertThat(Value.number(5).asText()).contains("5");
        assertThat(new Value.Num(new BigDecimal("1.50")).asText()).contains("1.5");
        assertThat(new Value.Num(new BigDecimal("1e3")).asText()).contains("1000");
        assertThat(new Value.Num(new BigDecimal("0.00"))).isEqualTo(Value.number(0));
        assertThat(new Value.Truth(true).asText()).contains("true");
        assertThat(UNKNOWN.asText()).isEmpty();
        assertThat(Value.text("5.0").asNumber()).contains(new BigDecimal("5"));
        assertThat(Value.text("five").asNumber()).isEmpty();
        assertThat(Value.text("").asNumber()).isEmpty();
        assertThat(Value.text("1".repeat(41)).asNumber()).isEmpty();
        assertThat(Value.text("1e999999999").asNumber()).isEmpty();
        assertThat(new Value.Truth(true).asNumber()).isEmpty();
        assertThat(Value.text("true").asTruth()).contains(true);
        assertThat(Value.text("false").asTruth()).contains(false);
        assertThat(Value.text("yes").asTruth()).isEmpty();
        assertThat(Value.number(1).asTruth()).isEmpty();
    }

    @Test
    @DisplayName("that is a number beyond reason is unknown, and never written out")
    void beyondReason() {
        assertThat(Value.number(new BigDecimal("1e1000000000"))).isInstanceOf(Value.Unknown.class);
        assertThat(Value.number(new BigDecimal("1e900"))).isInstanceOf(Value.Num.class);
        assertThat(new Value.Num(new BigDecimal("1e1000000000")).value().scale())
                .isNegative();
    }

    @Test
    @DisplayName("has what lies at a path, through lists of one")
    void at() {
        var block = new Value.Fields(Map.of("b", Value.number(1)));
        var value = new Value.Fields(Map.of("a", new Value.Items(List.of(block))));
        assertThat(value.at("a", "b")).isEqualTo(Value.number(1));
        assertThat(value.at("a", "c").isAbsent()).isTrue();
        assertThat(value.at("a", "b", "c").isAbsent()).isTrue();
        assertThat(UNKNOWN.at("a")).isEqualTo(UNKNOWN);
        assertThat(SYMBOL.at("a")).isInstanceOf(Value.Unknown.class);
        assertThat(MIXED.at("a").isAbsent()).isTrue();
        assertThat(new Value.Items(List.of(block, SYMBOL)).at("b")).isEqualTo(UNKNOWN);
        assertThat(new Value.Items(List.of()).at("b").isAbsent()).isTrue();
    }

    @Test
    @DisplayName("has elements, members and references")
    void parts() {
        var fields = new Value.Fields(Map.of("a", new Value.Items(List.of(SYMBOL, UNKNOWN, Value.absent()))));
        assertThat(fields.references()).containsExactly(new Reference("aws_x.a", "arn"));
        assertThat(fields.each()).containsExactly(fields);
        assertThat(Value.absent().each()).isEmpty();
        assertThat(new Value.Items(List.of(SYMBOL, SYMBOL)).each()).hasSize(2);
        assertThat(new Value.Items(List.of(fields)).members()).containsOnlyKeys("a");
        assertThat(new Value.Items(List.of(fields, fields)).members()).isEmpty();
        assertThat(SYMBOL.members()).isEmpty();
        assertThat(new Value.Unknown(Set.of()).references()).isEmpty();
    }

    @Test
    @DisplayName("that is a text has its neighbouring characters in one piece")
    void pieces() {
        var text = new Value.Text(List.of(new Piece.Literal("a"), new Piece.Literal(""), new Piece.Literal("b")));
        assertThat(text).isEqualTo(Value.text("ab"));
        assertThat(text.literal()).contains("ab");
        assertThat(text.symbol()).isEmpty();
        assertThat(MIXED).hasToString("x-${aws_x.a.arn}");
        assertThat(Value.text("").literal()).contains("");
    }
}
