package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InChromium
@DisplayName("What senders were refused for")
class RefusedTest {

    @AutoClose
    private static Scene scene;

    @BeforeAll
    static void open() {
        scene = Scene.of(Stage.empty());
        Refusing.all(scene.stage());
        scene.signIn();
    }

    @AfterEach
    void nothingWentWrong() {
        scene.nothingWentWrong();
    }

    @Test
    @DisplayName("is counted by source and rule, with what is asked for and the shape of what came")
    void counted() {
        var browser = scene.browser();
        scene.show("/refused");
        for (var code : List.of("currency_unknown", "amount_format", "required", "pan_detected")) {
            browser.shows(code);
        }
        browser.shows(Stage.OTHER_SOURCE);
        browser.shows("A currency is an active alphabetic code of ISO 4217");
        browser.shows("not authentic");
        browser.shows(Refusing.SHAPE);
    }

    @Test
    @DisplayName("tells nothing that was sent")
    void nothingSent() {
        scene.show("/refused");
        scene.browser().shows("currency_unknown");
        for (var value : Refusing.SENT) {
            assertThat(scene.browser().markup()).doesNotContain(value);
            assertThat(scene.browser().text()).doesNotContain(value);
        }
        assertThat(scene.browser().string("return fetch('/console/api/refused').then(answer => answer.text())"))
                .contains("currency_unknown")
                .doesNotContain(Refusing.SENT);
    }

    @Test
    @DisplayName("is narrowed to one source, and the address says so")
    void bySource() {
        var browser = scene.browser();
        scene.show("/refused");
        browser.click(Role.LINK, Stage.OTHER_SOURCE);
        Eventually.holds(
                "only that source is in the table",
                () -> told().contains("required") && !told().contains("pan_detected"));
        assertThat(browser.address()).contains("source=" + Stage.OTHER_SOURCE);
        browser.click(Role.LINK, "show all");
        Eventually.holds("all are in the table", () -> told().contains("pan_detected"));
    }

    @Test
    @DisplayName("grows while somebody looks")
    void grows() {
        var browser = scene.browser();
        scene.show("/refused");
        browser.shows("currency_unknown");
        assertThat(browser.text()).doesNotContain("mcc_format");
        scene.stage()
                .sender()
                .send("default", Payment.of("r-9").inCategory("12").json());
        browser.shows("mcc_format");
    }

    /** What the table says: the form above it names all that there is to choose from. */
    private static String told() {
        return scene.browser().one(Role.TABLE, "refusals").getText();
    }
}
