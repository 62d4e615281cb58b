package dev.sluice.guard.report;

import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.suppress.Suppressed;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as build servers read it: JUnit's XML, in which a rule is a class and what it says of a resource a test.
 *
 * <p>What breaks a rule failed; what cannot be told, is suppressed or is known was skipped; a rule that says nothing has
 * one test, which passed; what could not be read is an error.
 */
public final class JUnitReport {

    private static final String NAME = "sluice guard";

    private final XMLStreamWriter to;

    private JUnitReport(XMLStreamWriter to) {
        this.to = to;
    }

    /** The report's text. */
    public static String of(Report report) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JUnitReport(writer).write(report);
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be written", impossible);
        }
        return text.append('\n').toString();
    }

    private void write(Report report) throws XMLStreamException {
        var silent = silent(report);
        int skipped = report.cannotTell().size()
                + report.suppressed().size()
                + report.known().size();
        int tests = silent.size()
                + report.broken().size()
                + skipped
                + report.unreadable().size();
        to.writeStartDocument("UTF-8", "1.0");
        to.writeStartElement("testsuites");
        to.writeStartElement("testsuite");
        attribute("name", NAME);
        attribute("tests", Integer.toString(tests));
        attribute("failures", Integer.toString(report.broken().size()));
        attribute("errors", Integer.toString(report.unreadable().size()));
        attribute("skipped", Integer.toString(skipped));
        for (var one : report.unreadable()) {
            unreadable(one);
        }
        for (var finding : report.broken()) {
            broken(finding);
        }
        for (var finding : report.cannotTell()) {
            skipped(finding, "cannot tell: " + finding.verdict().said());
        }
        for (var one : report.suppressed()) {
            skipped(one.finding(), suppressed(one));
        }
        for (var finding : report.known()) {
            skipped(finding, "known from the baseline: " + finding.verdict().said());
        }
        for (var card : silent) {
            start(card.id(), "nothing found");
            to.writeEndElement();
        }
        to.writeEndElement();
        to.writeEndElement();
        to.writeEndDocument();
    }

    private static List<Card> silent(Report report) {
        var speaking = Stream.of(
                        report.broken().stream(),
                        report.cannotTell().stream(),
                        report.suppressed().stream().map(Suppressed::finding),
                        report.known().stream())
                .flatMap(findings -> findings)
                .map(Finding::rule)
                .collect(Collectors.toSet());
        return report.rules().stream().filter(card -> !speaking.contains(card)).toList();
    }

    private static String suppressed(Suppressed one) {
        return "suppressed until " + one.suppression().until() + ": "
                + one.suppression().reason();
    }

    private void unreadable(Unreadable one) throws XMLStreamException {
        start("unreadable", one.place().toString());
        to.writeStartElement("error");
        attribute("message", one.why());
        to.writeEndElement();
        to.writeEndElement();
    }

    private void broken(Finding finding) throws XMLStreamException {
        var card = finding.rule();
        start(card.id(), finding.resource());
        to.writeStartElement("failure");
        attribute("type", card.severity().name());
        attribute("message", finding.verdict().said());
        for (var line :
                List.of(finding.place().toString(), card.title() + ".", card.why(), card.remedy(), card.reference())) {
            to.writeCharacters(Shown.of(line) + "\n");
        }
        to.writeEndElement();
        to.writeEndElement();
    }

    private void skipped(Finding finding, String why) throws XMLStreamException {
        start(finding.rule().id(), finding.resource());
        to.writeStartElement("skipped");
        attribute("message", why);
        to.writeEndElement();
        to.writeEndElement();
    }

    private void start(String rule, String name) throws XMLStreamException {
        to.writeStartElement("testcase");
        attribute("classname", rule);
        attribute("name", name);
    }

    private void attribute(String name, String text) throws XMLStreamException {
        to.writeAttribute(name, Shown.of(text));
    }
}
