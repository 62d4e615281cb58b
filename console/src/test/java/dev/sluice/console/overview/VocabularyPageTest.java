package dev.sluice.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.console.Asking;
import dev.sluice.console.Stored;
import dev.sluice.domain.risk.RiskRules;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.port.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyPageTest {

    private static List<String> words(Fields answer, String name) {
        return answer.listing(name).items().stream()
                .map(item -> ((Written.Text) item).value())
                .toList();
    }

    @Test
    void tellsTheWordsOfTransactionsAndEachSourceOnce() {
        try (var stored = Stored.nothing()) {
            stored.with(Draft.of("t-1").from("two"))
                    .with(Draft.of("t-2").from("one").account("a"))
                    .with(Draft.of("t-3").from("one").account("b"));
            var answer = Asking.answer(new VocabularyPage(stored.database(), Pipeline.BLUEPRINT));
            assertThat(words(answer, "sources")).containsExactly("one", "two");
            assertThat(words(answer, "statuses")).containsExactly("received", "enriched", "flagged", "notified");
            assertThat(words(answer, "types")).contains("payment", "chargeback");
            assertThat(words(answer, "currencies")).contains("GBP", "JPY", "BHD");
            assertThat(words(answer, "functions")).containsExactly("processor", "enricher", "notifier");
            assertThat(Asking.objects(answer, "reasons").stream().map(reason -> reason.text("code")))
                    .hasSize(RiskRules.ALL.size() + 1)
                    .contains("night", "conflict");
        }
    }
}
