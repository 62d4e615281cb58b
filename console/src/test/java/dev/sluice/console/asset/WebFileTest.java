package dev.sluice.console.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebFileTest {

    private final WebFile file = file("a.js", "let a;");

    @Test
    void itIsSentWholeWithItsKindAndAMarkOfItsContent() {
        var answer = file.answer(200, asking(Map.of()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", "text/javascript; charset=utf-8")
                .containsEntry("cache-control", "no-cache");
        assertThat(mark(file)).isEqualTo(mark(file("b.js", "let a;"))).isNotEqualTo(mark(file("a.js", "let b;")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"x\", %s", "\"x\",%s,\"y\"", "*"})
    void whoHasItAlreadyIsSentNothing(String known) {
        var answer = file.answer(200, asking(Map.of("if-none-match", known.replace("%s", mark(file)))));

        assertThat(answer).isInstanceOfSatisfying(PageAnswer.Whole.class, whole -> {
            assertThat(whole.status()).isEqualTo(304);
            assertThat(whole.body()).isEmpty();
            assertThat(whole.headers()).containsEntry("etag", mark(file));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"x\"", ",", "W/"})
    void whoHasAnotherIsSentThisOne(String known) {
        assertThat(file.answer(200, asking(Map.of("if-none-match", known))).status())
                .isEqualTo(200);
    }

    @Test
    void aPageThatIsNotThereIsToldEachTime() {
        assertThat(file.answer(404, asking(Map.of("if-none-match", mark(file)))).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"index.html, text/html; charset=utf-8", "a.css, text/css; charset=utf-8", "icon.svg, image/svg+xml"})
    void theKindGoesByTheEnding(String name, String type) {
        assertThat(file(name, "").answer(200, asking(Map.of())).headers()).containsEntry("content-type", type);
    }

    private static WebFile file(String name, String content) {
        return new WebFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String mark(WebFile file) {
        return file.answer(200, asking(Map.of())).headers().getOrDefault("etag", "");
    }

    private static PageRequest asking(Map<String, String> headers) {
        return new PageRequest("GET", "/console/assets/a.js", Map.of(), headers, new byte[0]);
    }
}
