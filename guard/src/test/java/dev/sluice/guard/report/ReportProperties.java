package dev.sluice.guard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.json.Json;
import dev.sluice.guard.json.JsonReader;
import dev.sluice.guard.suppress.Notices;
import dev.sluice.guard.suppress.Suppressed;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.xml.sax.InputSource;

@Domain(Samples.class)
@Domain(DomainContext.Global.class)
class ReportProperties {

    @Property(tries = 150)
    void everyReportIsValidSarif(@ForAll Checked checked, @ForAll Sieve sieve) {
        SarifSchema.demandValid(SarifReport.of(Report.of(checked, sieve), Path.of("/work/infra")));
    }

    @Property(tries = 150)
    void everyReportIsOneJsonObjectInAscii(@ForAll Checked checked, @ForAll Sieve sieve) throws Exception {
        var text = JsonReport.of(Report.of(checked, sieve));

        assertThat(JsonReader.read(text)).isInstanceOf(Json.Obj.class);
        assertThat(text.chars()).allMatch(character -> character == '\n' || (character >= ' ' && character < 0x7f));
    }

    @Property(tries = 150)
    void everyReportIsWellFormedXmlThatCountsWhatItHas(@ForAll Checked checked, @ForAll Sieve sieve) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitReport.of(Report.of(checked, sieve)))));
        var suite = document.getElementsByTagName("testsuite").item(0).getAttributes();

        assertThat(suite.getNamedItem("tests").getNodeValue())
                .isEqualTo("" + document.getElementsByTagName("testcase").getLength());
        assertThat(suite.getNamedItem("failures").getNodeValue())
                .isEqualTo("" + document.getElementsByTagName("failure").getLength());
        assertThat(suite.getNamedItem("skipped").getNodeValue())
                .isEqualTo("" + document.getElementsByTagName("skipped").getLength());
    }

    @Property(tries = 150)
    void noTextOfAnInputSteersATerminal(@ForAll Checked checked, @ForAll Sieve sieve) {
        assertThat(new TextReport(false).of(Report.of(checked, sieve)).codePoints())
                .allMatch(point -> point == '\n'
                        || (!Character.isISOControl(point) && Character.getType(point) != Character.FORMAT));
    }

    @Property(tries = 150)
    void whatIsToldDoesNotDependOnTheOrderItWasFoundIn(
            @ForAll Checked checked, @ForAll Sieve sieve, @ForAll Random random) {
        var findings = new ArrayList<>(checked.findings());
        var unreadable = new ArrayList<>(checked.unreadable());
        Collections.shuffle(findings, random);
        Collections.shuffle(unreadable, random);
        var shuffled = new Checked(checked.files(), checked.resources(), unreadable, checked.rules(), findings);

        assertThat(Report.of(shuffled, sieve)).isEqualTo(Report.of(checked, sieve));
    }

    @Property(tries = 150)
    void everyFindingIsToldOnceSomewhereUnlessItIsTooSmall(@ForAll Checked checked, @ForAll Sieve sieve) {
        var report = Report.of(checked, sieve);
        var told = Stream.of(
                        report.broken().stream().filter(finding -> !Notices.isOne(finding)),
                        report.cannotTell().stream(),
                        report.suppressed().stream().map(Suppressed::finding),
                        report.known().stream())
                .flatMap(all -> all)
                .toList();

        assertThat(told).doesNotHaveDuplicates();
        assertThat(checked.findings()).containsAll(told);
        assertThat(told)
                .containsAll(checked.findings().stream()
                        .filter(finding -> finding.rule().severity().compareTo(sieve.least()) >= 0)
                        .toList());
    }

    @Property(tries = 150)
    void aSuppressionHidesNoFindingOfAnotherRule(@ForAll Checked checked, @ForAll Sieve sieve) {
        assertThat(Report.of(checked, sieve).suppressed())
                .allMatch(one ->
                        one.finding().rule().id().equals(one.suppression().rule())
                                && !one.suppression().isExpired(sieve.today()));
    }

    @Property(tries = 150)
    void whatIsWrittenAsABaselineIsKnownFromThenOn(@ForAll Checked checked, @ForAll Sieve sieve) throws Exception {
        var written = Baseline.of(Report.of(checked, sieve));
        var again = Report.of(checked, new Sieve(sieve.least(), sieve.suppressions(), written, sieve.today()));

        assertThat(again.broken()).allMatch(Notices::isOne);
        assertThat(again.gone()).isEmpty();
        assertThat(Baseline.of(again)).isEqualTo(written);
    }
}
