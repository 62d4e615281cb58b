package dev.sluice.guard.iam;

import static dev.sluice.guard.iam.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    private static final Context CONTEXT = Context.unknown()
            .with("aws:Known", "orders-eu")
            .with("aws:Number", "12")
            .with("aws:True", "true")
            .with("aws:SourceArn", "arn:aws:sns:eu-west-1:123456789012:news")
            .with("aws:Several", Value.text("a"), Value.text("b"))
            .without("aws:Absent");

    private final Conditions conditions = new Conditions(new Arns(graph()));

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @DisplayName("Each operator compares as AWS documents it")
    @CsvSource({
        "StringEquals, AWS:known, orders-eu, YES",
        "StringEquals, aws:known, orders-*, NO",
        "StringEquals, aws:known, ORDERS-EU, NO",
        "StringEqualsIgnoreCase, aws:known, ORDERS-EU, YES",
        "StringNotEqualsIgnoreCase, aws:known, ORDERS-EU, NO",
        "StringNotEquals, aws:known, other, YES",
        "StringNotEquals, aws:absent, other, YES",
        "StringNotEquals, aws:unknown, other, CANNOT_TELL",
        "StringEquals, aws:absent, other, NO",
        "StringEquals, aws:unknown, other, CANNOT_TELL",
        "StringLike, aws:known, orders-*, YES",
        "StringNotLike, aws:known, orders-*, NO",
        "StringLikeIfExists, aws:absent, x, YES",
        "StringLikeIfExists, aws:known, x, NO",
        "ArnLike, aws:SourceArn, arn:aws:sns:*:*:news, YES",
        "ArnEquals, aws:SourceArn, arn:aws:sns:*:*:new?, YES",
        "ArnNotLike, aws:SourceArn, arn:aws:sns:*:*:news, NO",
        "ArnNotEquals, aws:SourceArn, arn:aws:sqs:*:*:news, YES",
        "ArnLike, aws:SourceArn, arn:aws:sns:*:news, CANNOT_TELL",
        "Bool, aws:true, True, YES",
        "Bool, aws:true, false, NO",
        "NumericEquals, aws:number, 12.0, YES",
        "NumericNotEquals, aws:number, 12, NO",
        "NumericLessThan, aws:number, 13, YES",
        "NumericLessThanEquals, aws:number, 11, NO",
        "NumericGreaterThan, aws:number, 12, NO",
        "NumericGreaterThanEquals, aws:number, 12, YES",
        "NumericEquals, aws:known, 12, CANNOT_TELL",
        "DateLessThan, aws:number, 2020-01-01T00:00:00Z, CANNOT_TELL",
        "IpAddress, aws:known, 10.0.0.0/8, CANNOT_TELL",
        "NotIpAddress, aws:absent, 10.0.0.0/8, YES",
        "Null, aws:absent, true, YES",
        "Null, aws:known, true, NO",
        "Null, aws:known, false, YES",
        "Null, aws:unknown, false, CANNOT_TELL",
        "Null, aws:known, perhaps, CANNOT_TELL",
        "ForAnyValue:StringEquals, aws:several, a, YES",
        "ForAllValues:StringEquals, aws:several, a, NO",
        "ForAllValues:StringLike, aws:several, ?, YES",
        "ForAllValues:StringEquals, aws:absent, a, YES",
        "ForAnyValue:StringEquals, aws:absent, a, NO",
        "ForAnyValue:StringNotEquals, aws:absent, a, NO",
        "StringEquals, aws:several, a, CANNOT_TELL",
        "Sideways, aws:known, a, CANNOT_TELL",
    })
    void compares(String operator, String key, String value, Told expected) {
        assertThat(conditions.one(Condition.of(operator, key, value), CONTEXT, true))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("One value that fits is enough, and one that cannot be read may be it")
    void severalValues() {
        assertThat(conditions.one(Condition.of("StringEquals", "aws:known", "a", "orders-eu"), CONTEXT, true))
                .isEqualTo(Told.YES);
        var open = new Condition("StringEquals", "aws:known", List.of(Value.text("a")), false);
        assertThat(conditions.one(open, CONTEXT, true)).isEqualTo(Told.CANNOT_TELL);
        var none = new Condition("Null", "aws:known", List.of(), false);
        assertThat(conditions.one(none, CONTEXT, true)).isEqualTo(Told.CANNOT_TELL);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("Variables are put in from the request, and what they hold is no pattern")
    @CsvSource({
        "${aws:Known}, YES",
        "${aws:known}x, NO",
        "${aws:unknown}, CANNOT_TELL",
        "${aws:absent}, NO",
        "'${aws:absent, ''orders-eu''}', YES",
        "'${aws:absent, orders-eu}', YES",
        "${aws:several}, CANNOT_TELL",
        "orders${*}eu, NO",
        "orders${?}eu, NO",
        "orders-${, NO",
    })
    void variables(String pattern, Told expected) {
        assertThat(conditions.one(Condition.of("StringLike", "aws:known", pattern), CONTEXT, true))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("What a variable holds is no pattern, and an old policy has no variables")
    void literally() {
        var starred = CONTEXT.with("aws:star", "*").with("aws:dollar", "${aws:known}");
        assertThat(conditions.one(Condition.of("StringLike", "aws:known", "${aws:star}"), starred, true))
                .isEqualTo(Told.NO);
        assertThat(conditions.one(Condition.of("StringLike", "aws:star", "${*}"), starred, true))
                .isEqualTo(Told.YES);
        assertThat(conditions.one(Condition.of("StringEquals", "aws:dollar", "${aws:known}"), starred, false))
                .isEqualTo(Told.YES);
        assertThat(conditions.one(Condition.of("StringEquals", "aws:dollar", "${aws:dollar}"), starred, true))
                .isEqualTo(Told.YES);
    }

    @Test
    @DisplayName("A request takes from another what it does not say itself")
    void contexts() {
        var both = Context.unknown()
                .with("a:x", "1")
                .without("a:y")
                .or(Context.unknown()
                        .with("a:x", "2")
                        .with("a:y", "2")
                        .with("a:z", "2")
                        .without("a:w"));
        assertThat(both.values("A:X")).hasValue(List.of(Value.text("1")));
        assertThat(both.lacks("A:Y")).isTrue();
        assertThat(both.values("a:z")).hasValue(List.of(Value.text("2")));
        assertThat(both.lacks("a:w")).isTrue();
        assertThat(both.lacks("a:z")).isFalse();
    }
}
