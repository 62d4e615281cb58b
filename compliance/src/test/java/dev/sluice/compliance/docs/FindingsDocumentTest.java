package dev.sluice.compliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/findings.md")
class FindingsDocumentTest {

    private static final Path DOCS = Path.of("").toAbsolutePath().resolveSibling("docs");
    private static final Path PAGE = DOCS.resolve("findings.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([a-z-]*\\.?m?d?)#?([a-z0-9-]*)\\)");

    @Test
    @DisplayName("is what the runbook says")
    void pageIsWhatTheRunbookSays() throws IOException {
        var expected = FindingsDocument.of(Files.readString(PAGE));
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE)
                .as("docs/findings.md is stale; write it anew: " + FindingsDocument.COMMAND)
                .hasContent(expected);
    }

    @Test
    @DisplayName("has a part for every service")
    void everyServiceIsTold() {
        assertThat(Rules.ALL.stream().map(FindingsDocument::service)).isSubsetOf(FindingsDocument.servicesTold());
    }

    @Test
    @DisplayName("leads to pages and headings that are there")
    void linksLeadSomewhere() throws IOException {
        var links = LINK.matcher(Files.readString(PAGE)).results().toList();

        assertThat(links).hasSizeGreaterThan(Rules.ALL.size());
        for (var link : links) {
            var page = link.group(1).isEmpty() ? PAGE : DOCS.resolve(link.group(1));
            assertThat(page).exists();
            if (!link.group(2).isEmpty()) {
                assertThat(Files.readString(page)
                                .lines()
                                .filter(line -> line.startsWith("#"))
                                .map(FindingsDocumentTest::anchor))
                        .as(link.group())
                        .contains(link.group(2));
            }
        }
    }

    /** As the code host makes it of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-');
    }
}
