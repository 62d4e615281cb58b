package dev.sluice.guard.suppress;

import static dev.sluice.guard.report.Samples.CARDS;
import static dev.sluice.guard.report.Samples.DLQ;
import static dev.sluice.guard.report.Samples.TODAY;
import static dev.sluice.guard.report.Samples.TRACED;
import static dev.sluice.guard.report.Samples.broken;
import static dev.sluice.guard.report.Samples.filed;
import static dev.sluice.guard.report.Samples.open;
import static dev.sluice.guard.report.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiftedTest {

    private static final String ORDERS = "aws_sqs_queue.orders";
    private static final Finding ON_ORDERS = broken(DLQ, ORDERS, 3);

    private static Sifted sifted(List<Finding> findings, List<Resource> resources, Suppression... filed) {
        return Sifted.of(findings, resources, CARDS, List.of(filed), TODAY);
    }

    private static Sifted commented(String... comments) {
        return sifted(List.of(ON_ORDERS), List.of(resource(ORDERS, 3, Map.of(), comments)));
    }

    private static Sifted tagged(String key, String value) {
        return sifted(List.of(ON_ORDERS), List.of(resource(ORDERS, 3, Map.of(key, Value.text(value)))));
    }

    private static void assertSuppressed(Sifted sifted, Suppression.Source source, String reason) {
        assertThat(sifted.kept()).isEmpty();
        assertThat(sifted.suppressed()).hasSize(1).first().satisfies(one -> {
            assertThat(one.finding()).isEqualTo(ON_ORDERS);
            assertThat(one.suppression().source()).isEqualTo(source);
            assertThat(one.suppression().reason()).isEqualTo(reason);
        });
    }

    private static void assertNotice(Sifted sifted, String rule, String said) {
        assertThat(sifted.suppressed()).isEmpty();
        assertThat(sifted.kept()).contains(ON_ORDERS).hasSize(2);
        assertThat(sifted.kept().getLast()).satisfies(notice -> {
            assertThat(Notices.isOne(notice)).isTrue();
            assertThat(notice.isBroken()).isTrue();
            assertThat(notice.rule().id()).isEqualTo(rule);
            assertThat(notice.verdict().said()).isEqualTo(said);
        });
    }

    @Test
    @DisplayName("A file's suppression holds until its last day, that day among them")
    void lastDay() {
        assertSuppressed(
                sifted(List.of(ON_ORDERS), List.of(), filed(DLQ.id(), "*.orders", TODAY)),
                Suppression.Source.FILE,
                "It is moved next month.");
        assertNotice(
                sifted(List.of(ON_ORDERS), List.of(), filed(DLQ.id(), "*.orders", TODAY.minusDays(1))),
                "guard-suppression-expired",
                "The suppression of sqs-without-dead-letters in the file of suppressions ended with 2026-11-30.");
    }

    @Test
    @DisplayName("What cannot be told can be suppressed as well")
    void cannotTell() {
        var open = open(DLQ, ORDERS, 3);

        assertThat(sifted(List.of(open), List.of(), filed(DLQ.id(), ORDERS, TODAY))
                        .suppressed())
                .extracting(Suppressed::finding)
                .containsExactly(open);
    }

    @Test
    @DisplayName("One that suppresses nothing is told, and why where its rule does not exist")
    void unused() {
        assertNotice(
                sifted(List.of(ON_ORDERS), List.of(), filed(TRACED.id(), ORDERS, TODAY)),
                "guard-suppression-unused",
                "The suppression of lambda-traced-without-permission in the file of suppressions suppresses nothing.");
        assertNotice(
                sifted(List.of(ON_ORDERS), List.of(), filed("sqs-misspelt", ORDERS, TODAY)),
                "guard-suppression-unused",
                "The suppression of sqs-misspelt in the file of suppressions suppresses nothing: there is no rule of "
                        + "that name.");
    }

    @Test
    @DisplayName("A comment in a block suppresses what it names")
    void comment() {
        assertSuppressed(
                commented("about money", "guard:ignore sqs-without-dead-letters until 2027-03-31: lost: it may be"),
                Suppression.Source.COMMENT,
                "lost: it may be");
        assertSuppressed(
                commented("two lines\n guard:ignore  sqs-without-dead-letters  until  2027-03-31 :  why not "),
                Suppression.Source.COMMENT,
                "why not");
    }

    @Test
    @DisplayName("A tag of a resource suppresses what it names")
    void tag() {
        assertSuppressed(
                tagged("guard:ignore:sqs-without-dead-letters", "2027-03-31 a test queue"),
                Suppression.Source.TAG,
                "a test queue");
        assertThat(tagged("Name", "2027-03-31 a test queue").kept()).containsExactly(ON_ORDERS);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A comment that lacks something suppresses nothing and is told")
    @CsvSource(delimiter = '|', textBlock = """
            guard:ignore sqs-x                          |  of sqs-x | it is written guard:ignore RULE until YEAR-MONTH-DAY: reason
            guard:ignore sqs-x: it is fine              |  of sqs-x | it is written guard:ignore RULE until YEAR-MONTH-DAY: reason
            guard:ignore sqs-x til 2027-03-31: fine     |  of sqs-x | it is written guard:ignore RULE until YEAR-MONTH-DAY: reason
            guard:ignore sqs-x until 2027-02-30: fine   |  of sqs-x | it has no date on which it ends; it is written guard:ignore RULE until YEAR-MONTH-DAY: reason
            guard:ignore sqs-x until 2027-03-31:        |  of sqs-x | it has no reason; it is written guard:ignore RULE until YEAR-MONTH-DAY: reason
            guard:ignore sqs-x until 2099-03-31: fine   |  of sqs-x | 2099-03-31 is further away than the 366 days that a suppression may hold; 2027-12-02 is the last day today
            guard:ignore                                |           | it is written guard:ignore RULE until YEAR-MONTH-DAY: reason
            """)
    void unexplained(String comment, String of, String why) {
        assertNotice(
                commented(comment),
                "guard-suppression-unexplained",
                "The suppression" + (of == null ? "" : " " + of.strip()) + " in a comment is refused: " + why + ".");
    }

    @Test
    @DisplayName("A tag that lacks something suppresses nothing and is told")
    void unexplainedTag() {
        var how = "; its value is written YEAR-MONTH-DAY reason.";
        assertNotice(
                tagged("guard:ignore:sqs-x", "2027-03-31"),
                "guard-suppression-unexplained",
                "The suppression of sqs-x in a tag is refused: it has no reason" + how);
        assertNotice(
                tagged("guard:ignore:sqs-x", ""),
                "guard-suppression-unexplained",
                "The suppression of sqs-x in a tag is refused: it has no date on which it ends" + how);
        assertNotice(
                tagged("guard:ignore:", "2027-03-31 x"),
                "guard-suppression-unexplained",
                "The suppression in a tag is refused: it names no rule" + how);
    }

    @Test
    @DisplayName("A resource's own suppression is about no other resource, and no other folder's")
    void ownOnly() {
        var comment = "guard:ignore sqs-without-dead-letters until 2027-03-31: fine";
        var elsewhere = new Finding(DLQ, ON_ORDERS.verdict(), ORDERS, new Place("other/main.tf", 3));
        var other = broken(DLQ, "aws_sqs_queue.other", 9);

        var sifted = sifted(List.of(elsewhere, other, ON_ORDERS), List.of(resource(ORDERS, 3, Map.of(), comment)));

        assertThat(sifted.kept()).containsExactly(elsewhere, other);
    }

    @Test
    @DisplayName(
            "A comment in a block of many instances is used when one of them needs it, and told once when none does")
    void instances() {
        var comment = "guard:ignore sqs-without-dead-letters until 2027-03-31: fine";
        var both = List.of(
                resource(ORDERS + "[\"eu\"]", 3, Map.of(), comment, "guard:ignore sqs-x"),
                resource(ORDERS + "[\"us\"]", 3, Map.of(), comment, "guard:ignore sqs-x"));
        var finding = broken(DLQ, ORDERS + "[\"us\"]", 3);

        assertThat(sifted(List.of(finding), both).kept())
                .extracting(kept -> kept.rule().id())
                .containsExactly("guard-suppression-unexplained");
        assertThat(sifted(List.of(), both).kept())
                .extracting(kept -> kept.rule().id())
                .containsExactlyInAnyOrder("guard-suppression-unexplained", "guard-suppression-unused");
    }

    @Test
    @DisplayName("An expired comment does not suppress, and is told")
    void expiredComment() {
        assertNotice(
                commented("guard:ignore sqs-without-dead-letters until 2026-01-31: fine"),
                "guard-suppression-expired",
                "The suppression of sqs-without-dead-letters in a comment ended with 2026-01-31.");
    }
}
