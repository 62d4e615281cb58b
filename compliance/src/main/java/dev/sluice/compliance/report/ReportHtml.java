package dev.sluice.compliance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A report as people read it: one file that needs nothing beside it, runs nothing and asks nobody.
 *
 * <p>A browser that opens it is told to load nothing and to follow no style but the page's own (W3C, "Content Security
 * Policy Level 3"), so that not even a name that somebody made up for it could do anything.
 */
public final class ReportHtml {

    private static final String SHEET = sheet();

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(SHEET) + "'; base-uri 'none'; form-action 'none'";

    private static final List<Section> SECTIONS = List.of(
            new ChangesSection(),
            new TrendSection(),
            new FindingsSection(),
            new RepairsSection(),
            new CannotTellSection(),
            new SuppressedSection(),
            new UnreadSection(),
            new ResourcesSection());

    private ReportHtml() {}

    /** The page. */
    public static String of(Report report) {
        var html = new Html();
        var sections =
                SECTIONS.stream().filter(section -> section.isTold(report)).toList();
        html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        head(html, report);
        html.open("body");
        html.element("a", "To the findings", "class", "skip", "href", "#" + FindingsSection.ID);
        Overview.write(html, report);
        html.open("nav", "aria-label", "Parts of this report");
        sections.forEach(section -> html.element("a", section.title(), "href", "#" + section.id()));
        html.close();
        html.open("main");
        sections.forEach(section -> {
            html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
            html.element("h2", section.title(), "id", section.id() + "-title");
            section.body(html, report);
            html.close();
        });
        html.close();
        html.open("footer");
        html.element(
                "p",
                "Made by the scanner of Sluice from what it read at "
                        + Words.minute(report.scan().at())
                        + ". The same report for programs lies beside this one, under the same name with .json.");
        html.close();
        html.close().close();
        return "<!DOCTYPE html>\n" + html;
    }

    private static void head(Html html, Report report) {
        var found = report.summary().openOfAll() == 0 ? "nothing found" : Verdict.open(report.summary());
        html.open("head");
        html.mark("meta", "charset", "utf-8");
        html.mark("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.mark("meta", "name", "referrer", "content", "no-referrer");
        html.mark("meta", "name", "robots", "content", "noindex");
        html.mark("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.mark("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", report.scan().environment() + ": " + found + " – Sluice compliance");
        html.style(SHEET);
        html.close();
    }

    private static String sheet() {
        try (var sheet = Objects.requireNonNull(ReportHtml.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("no report.css", e);
        }
    }

    private static String hash(String sheet) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(sheet.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
