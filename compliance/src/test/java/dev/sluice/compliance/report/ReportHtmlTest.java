package dev.sluice.compliance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.Followed;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.compliance.rule.Rules;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {

    private static final String HOSTILE =
            "</li><script>alert(1)</script> \" onload=\"x' & \u202Egnp \u0007 <img src=https://example.org/a>";

    @Test
    void itSaysInItsFirstSentenceHowThingsAre() {
        assertThat(ReportHtml.of(SampleReport.full()))
                .contains(
                        "<title>dev: 1 error, ",
                        "<h1>1 error, ",
                        "(2 new, 1 came back); 1 part of the environment could not");
        assertThat(ReportHtml.of(SampleReport.clean())).contains("<h1>Nothing is found wrong.</h1>");
    }

    @Test
    void everyFindingHasItsResourceWhatIsSoWhyItMattersAndWhatToDo() {
        var page = ReportHtml.of(SampleReport.full());
        assertThat(SampleReport.full().open()).isNotEmpty().allSatisfy(one -> {
            var card = Rules.card(one.tracked().key().rule()).orElseThrow();
            assertThat(page)
                    .contains(
                            Html.escaped(one.tracked().key().resource()),
                            Html.escaped(one.tracked().said()),
                            Html.escaped(card.why()),
                            Html.escaped(card.remedy()),
                            Html.escaped(card.reference()));
        });
    }

    @Test
    void everyRepairIsToldWithWhatWasAndBecomesOrWhyItIsNotMade() {
        assertThat(ReportHtml.of(SampleReport.full()))
                .contains("<del>345600 seconds</del> → <ins>1209600 seconds</ins>")
                .contains("not made any more, since it came back 3 times")
                .contains("cloudwatch.amazonaws.com may not use the key")
                .contains("by hand.");
    }

    @Test
    void whatIsDeployedIsToldWithWhatToLookAtAndWhenItIsOver() {
        assertThat(ReportHtml.of(SampleReport.full()))
                .contains("<summary>What to look at, and how to know that it is over</summary>")
                .contains("aws dynamodb describe-continuous-backups --table-name sluice-transactions-dev")
                .contains("It is over when:", "<code>PointInTimeRecoveryStatus</code> is <code>ENABLED</code>.");
    }

    @Test
    void whatWasRepairedIsToldWithWhatWasAndWhenAndWhetherItWasMade() {
        assertThat(ReportHtml.of(SampleReport.full()))
                .contains("href=\"#repairs\"", "would be repaired", "dry run: nothing is changed")
                .contains("<del>345600 s</del> → <ins>1209600 s</ins>");
        assertThat(ReportHtml.of(SampleReport.clean())).doesNotContain("Repairs");
    }

    @Test
    void sixtyFindingsAreAPageThatAPhoneLoadsAtOnce() {
        var all = Rules.ALL.stream()
                .limit(60)
                .map(rule -> SampleReport.followed(
                        rule.card().id(), "aws_sqs_queue.q", "so it is", Course.NEW, 0, new Proposal.ByHand()))
                .toList();
        assertThat(ReportHtml.of(SampleReport.of(all)).length()).isLessThan(300_000);
    }

    @Test
    void whatIsSuppressedIsToldWithItsReasonAndItsEnd() {
        assertThat(ReportHtml.of(SampleReport.full()))
                .contains("this account does without AWS Config until it is moved", "2026-06-30");
    }

    @Test
    void itLoadsNothingRunsNothingAndIsWellFormed() throws XMLStreamException {
        for (var report : List.of(SampleReport.full(), SampleReport.clean())) {
            var page = ReportHtml.of(report);
            assertThat(page)
                    .startsWith("<!DOCTYPE html>")
                    .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
                    .doesNotContain("<script", "<link", "<img", "<iframe", " src=", " style=", "@import", "url(http");
            elements(page);
        }
    }

    @Test
    void noTextOfAnEnvironmentIsEverMoreThanText() throws XMLStreamException {
        var hostile = SampleReport.followed(
                "account-missing-tags",
                "aws_sqs_queue." + HOSTILE,
                HOSTILE,
                Course.NEW,
                0,
                new Proposal.Refused(RepairKind.TAGS, HOSTILE));
        var page = ReportHtml.of(SampleReport.of(List.of(hostile)));
        assertThat(elements(page)).doesNotContain("script", "img");
        assertThat(page).doesNotContain("\u202E", "\u0007", "<script").contains("&lt;script&gt;");
    }

    @Test
    void everyLinkWithinThePageLeadsSomewhere() {
        var page = ReportHtml.of(SampleReport.full());
        assertThat(all(page, "href=\"#([^\"]+)\"")).isNotEmpty().isSubsetOf(all(page, " id=\"([^\"]+)\""));
        assertThat(all(page, " id=\"([^\"]+)\"")).doesNotHaveDuplicates();
    }

    @Test
    void whatIsLeftOutIsSaid() {
        var many = new ArrayList<Followed>();
        for (int i = 0; i < FindingsSection.MOST + 7; i++) {
            many.add(SampleReport.followed(
                    "account-missing-tags",
                    "aws_sqs_queue.q" + i,
                    "it lacks all",
                    Course.OPEN,
                    0,
                    new Proposal.ByHand()));
        }
        var page = ReportHtml.of(SampleReport.of(many));
        assertThat(page).contains("Left out here: 7 more of 507");
        assertThat(page.length()).isLessThan(4 << 20);
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The names of its elements, where it is well-formed. */
    private static List<String> elements(String page) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var reader = factory.createXMLStreamReader(new StringReader(page.substring(page.indexOf('\n') + 1)));
        var names = new ArrayList<String>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                names.add(reader.getLocalName());
            }
        }
        return names;
    }
}
