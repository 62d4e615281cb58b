package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The page: one file that needs nothing beside it. */
final class Page {

    private static final String SHEET = "page.css";

    private Page() {}

    /** The page of a run. */
    static String of(Run run, Deployment deployment, Journal journal) {
        var numbers = new Numbered(run.tests());
        var grants = Granted.of(deployment, journal);
        var flow = Flow.of(deployment, journal, grants);
        var functions = flow.inOrder(deployment.functions());
        var passed = journal.of(Event.Passed.class).toList();
        List<Section> sections = List.of(
                new ShownSection(run.tests(), numbers),
                new DeployedSection(deployment, functions),
                new PipelineSection(flow, passed),
                new TimingsSection(Timings.functions(functions, journal), Timings.hops(journal, flow)),
                new TraceSection(Trace.of(journal), flow, numbers),
                new PermissionsSection(grants, Denied.of(journal), numbers),
                new AlarmsSection(deployment.of("aws_cloudwatch_metric_alarm").count(), run.alarms()),
                new FaultsSection(journal, numbers));
        var html = new Html();
        html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        html.open("head");
        html.mark("meta", "charset", "utf-8");
        html.mark("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.mark("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", Head.verdict(run) + " – sandbox suite");
        html.style(sheet());
        html.close();
        html.open("body");
        Head.write(html, run, grants);
        html.open("nav");
        sections.forEach(section -> html.element("a", section.title(), "href", "#" + section.id()));
        html.close();
        html.open("main");
        sections.forEach(section -> {
            html.open("section", "id", section.id()).element("h2", section.title());
            section.body(html);
            html.close();
        });
        html.close().close().close();
        return "<!DOCTYPE html>\n" + html;
    }

    private static String sheet() {
        try (var sheet = Objects.requireNonNull(Page.class.getResourceAsStream(SHEET), SHEET)) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("no " + SHEET, e);
        }
    }
}
