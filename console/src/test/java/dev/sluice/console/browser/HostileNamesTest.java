package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@InChromium
@DisplayName("Names that hope to be more than text")
class HostileNamesTest {

    /** What would be there if one of them had been read as markup. */
    private static final String INJECTED =
            "return document.querySelectorAll('img[src=x], main script, main style, svg[onload], [onerror], a[href^=\"javascript:\"]').length";

    /** It is called so by whoever sends it, and a refusal names the field that is wrong. */
    private static final String FIELD = "<img src=y onerror=alert(2)>";

    private static Scene scene;

    @BeforeAll
    static void open() {
        scene = Scene.of(Stage.empty());
        scene.stage().take(Hostile.payments());
        for (var name : Hostile.ALL) {
            scene.stage().letters().put("processor", name, "IllegalArgumentException: " + name);
            scene.stage().letters().put("notifier", Letters.event(name), name);
        }
        scene.stage()
                .sender()
                .send("default", Payment.of("r-1").in(Hostile.IMAGE).json());
        scene.stage().sender().send("default", "{\"" + Hostile.IMAGE + "\":1,\"metadata\":{\"" + FIELD + "\":1}}");
        scene.open("/find");
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(scene.browser().number(INJECTED)).isZero();
        scene.nothingWentWrong();
    }

    static Stream<String> names() {
        return Hostile.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    @DisplayName("are read as they were written on a transaction's page")
    void transaction(String name) {
        go("/transaction?source=default&id=hostile-" + Hostile.ALL.indexOf(name));
        scene.browser().shows("Raw JSON");
        assertThat(shown()).contains(name, "evil<b>" + Hostile.ALL.indexOf(name));
    }

    @Test
    @DisplayName("are read as they were written in every list")
    void lists() {
        for (var page : new String[] {"/", "/find", "/find?order=riskiest"}) {
            go(page);
            Eventually.holds(
                    "each is on " + page,
                    () -> Hostile.ALL.stream()
                            .filter(name -> !page.equals("/") || !name.equals(Hostile.LONG))
                            .allMatch(shown()::contains));
            nothingWentWrong();
        }
    }

    @Test
    @DisplayName("are searched for as they are written, from the address too")
    void searched() {
        for (var name : Hostile.ALL) {
            go("/find?merchant=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            scene.links(Set.of("hostile-" + Hostile.ALL.indexOf(name)));
            nothingWentWrong();
        }
        go("/find?status=%3Cimg%20src=x%20onerror=alert(1)%3E&id=%3Cimg%20src=x%3E");
        Eventually.holds(
                "it is refused",
                () -> !scene.browser().all(Role.FIELD, "status").isEmpty());
        go("/transaction?source=%3Cimg%20src=x%20onerror=alert(1)%3E&id=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        scene.browser().one(Role.HEADING, "transaction");
    }

    @Test
    @DisplayName("are read as they were written in dead letters, their list and their payloads")
    void letters() {
        go("/dead-letters");
        Eventually.holds(
                "each is a reason",
                () -> Hostile.ALL.stream().map(HostileNamesTest::turningNothing).allMatch(shown()::contains));
        nothingWentWrong();
        for (var letter = 1; letter <= 2 * Hostile.ALL.size(); letter++) {
            go("/dead-letter?letter=" + letter);
            scene.browser().one(Role.HEADING, "dead letter " + letter);
            var written = turningNothing(Hostile.ALL.get((letter - 1) / 2));
            Eventually.holds("what it says is shown", () -> shown().contains(written));
            nothingWentWrong();
        }
    }

    @Test
    @DisplayName("are text where a refusal names a field, and not told at all where they were its value")
    void refused() {
        go("/refused");
        scene.browser().shows("currency_unknown");
        assertThat(shown()).contains("/metadata/" + FIELD).doesNotContain("alert(1)");
    }

    private static void go(String path) {
        scene.browser().go(scene.stage().page(path));
    }

    /** A reason is told without what would turn the text around it. */
    private static String turningNothing(String name) {
        return name.replace('\u202E', '?');
    }

    /** All text of the page, in sight or not. */
    private static String shown() {
        return scene.browser().string("return document.body.textContent");
    }
}
