package dev.sluice.compliance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.rule.Rules;
import dev.sluice.compliance.runbook.Runbook;
import org.junit.jupiter.api.Test;

class RunbookTextTest {

    private static String written(String markdown) {
        var html = new Html();
        RunbookText.write(html, markdown, "dev");
        return html.toString().replace("\n", "");
    }

    @Test
    void paragraphsCodeBoldAndTheWordsOfLinksAreKept() {
        assertThat(written("It is `off`: **ask** who,\nand see [the `list`](a.md#b).\n\nThen wait."))
                .isEqualTo("<p>It is <code>off</code>: <b>ask</b> who, and see the <code>list</code>.</p>"
                        + "<p>Then wait.</p>");
    }

    @Test
    void aBlockOfCodeKeepsItsLinesAndNamesTheEnvironment() {
        assertThat(written("```sh\nx=$(aws sqs q-SUFFIX)\n\necho \"**$x**\"\n```\nDone."))
                .isEqualTo("<pre><code>x=$(aws sqs q-dev)</code><code></code><code>echo &quot;**$x**&quot;</code></pre>"
                        + "<p>Done.</p>");
    }

    @Test
    void nothingOfTheRunbookIsLeftAsMarkdown() {
        var entries = Rules.ALL.stream().flatMap(rule -> Runbook.of(rule.card().id()).stream());
        assertThat(entries)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(written(entry.lookAt()) + written(entry.over()))
                        .doesNotContain("```", "](", "SUFFIX", "\n- "));
    }
}
