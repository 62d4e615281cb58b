package dev.sluice.integration.sandbox.report;

import java.io.StringWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The results as build servers read them: the XML of Ant's JUnit task (Jenkins, "JUnit" plugin; GitLab, "Unit test
 * reports"). Times are in seconds.
 */
final class TestResults {

    private static final String SUITE = "sandbox";

    private TestResults() {}

    /** The results of a run. */
    static String of(Run run) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml, run);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter xml, Run run) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", Integer.toString(run.tests().size()));
        xml.writeAttribute("failures", Long.toString(run.count(Shown::failed)));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Long.toString(run.count(Shown::skipped)));
        xml.writeAttribute("time", seconds(run.took()));
        xml.writeAttribute(
                "timestamp", run.started().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.writeStartElement("properties");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", "target");
        xml.writeAttribute("value", allowed(run.target()));
        xml.writeEndElement();
        for (var test : run.tests()) {
            xml.writeCharacters("\n");
            test(xml, test);
        }
        xml.writeEndElement();
    }

    private static void test(XMLStreamWriter xml, Shown test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", allowed(test.name()));
        xml.writeAttribute("classname", SUITE);
        xml.writeAttribute("time", seconds(test.took()));
        switch (test.outcome()) {
            case Shown.Outcome.Passed() -> {}
            case Shown.Outcome.Failed(var why) -> {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", allowed(firstLine(why)));
                xml.writeCharacters(allowed(why));
                xml.writeEndElement();
            }
            case Shown.Outcome.Skipped(var why) -> {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", allowed(why));
            }
        }
        xml.writeEndElement();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    /** Writers of XML let through what XML may not have. */
    private static String allowed(String text) {
        return text.codePoints()
                .map(character -> Html.isAllowed(character) ? character : '\uFFFD')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
