package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@InChromium
@DisplayName("With the keyboard alone")
class KeyboardTest {

    private static final int MOST_TABS = 80;

    /** What has the focus, as its role and what it is called or says. */
    private static final String AT = """
            const at = document.activeElement;
            return (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? '').trim();""";

    /** Whether somebody sees where the focus is: by an outline, or on a drawing's point by a ring. */
    private static final String SEEN = """
            const style = getComputedStyle(document.activeElement);
            const ring = document.activeElement.querySelector('.point-hit');
            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
                || (ring !== null && getComputedStyle(ring).stroke !== 'none');""";

    @AutoClose
    private static Scene scene;

    @BeforeAll
    static void open() {
        scene = Scene.of(Stage.empty());
        scene.stage().take(Payment.month("may", 30));
        scene.signIn();
    }

    @BeforeEach
    void nothingIsDead() {
        scene.stage().letters().clear();
    }

    @AfterEach
    void nothingWentWrong() {
        scene.nothingWentWrong();
    }

    @Test
    @DisplayName("somebody gets from the overview to the search, to a transaction, and back")
    void toATransaction() {
        var browser = scene.browser();
        scene.show("/");
        browser.press(Keys.TAB);
        assertThat(browser.string(AT)).isEqualTo("Skip to the content");
        assertThat(browser.focused().isDisplayed()).isTrue();
        tabTo("Find");
        browser.press(Keys.ENTER);
        browser.one(Role.HEADING, "find");
        Eventually.holds(
                "the focus went along", () -> browser.holds("return document.activeElement.closest('main') !== null"));

        tabTo("Merchant");
        browser.press("travelodge", Keys.ENTER);
        browser.shows(" found, all searched");
        for (var i = 0; i < MOST_TABS && !isRow(); i++) {
            tab();
        }
        browser.press(Keys.ARROW_DOWN, Keys.ENTER);
        Eventually.holds("a transaction is open", () -> browser.address().contains("/console/transaction?"));
        browser.shows("travelodge");
        browser.back();
        browser.one(Role.HEADING, "find");
    }

    @Test
    @DisplayName("somebody redrives a dead letter: the dialog takes the focus, keeps it, and gives it back")
    void redrives() {
        var browser = scene.browser();
        scene.stage().letters().nonsense();
        var letter = scene.stage().letters().good("keyed-1");
        scene.show("/dead-letters");
        browser.shows("keyed-1");
        tabTo("Choose letter " + letter + ", transaction keyed-1");
        browser.press(Keys.SPACE);
        tabBackTo("Redrive selected (1)");
        browser.press(Keys.ENTER);
        browser.one(Role.HEADING, "what redriving would do");
        Eventually.holds("the focus is in the dialog", () -> inDialog());
        tabTo("Redrive 1");
        assertThat(inDialog()).isTrue();
        browser.press(Keys.ENTER);
        browser.one(Role.HEADING, "redriven");
        Eventually.holds(
                "it is stored",
                () -> scene.stage().letters().number("SELECT count(*) FROM transactions WHERE id = 'keyed-1'") == 1);
        browser.press(Keys.ESCAPE);
        Eventually.holds("the dialog is closed", () -> !browser.has(Role.DIALOG, ""));
        assertThat(
                        browser.holds(
                                "return document.activeElement !== null && document.activeElement !== document.documentElement"))
                .isTrue();
    }

    @Test
    @DisplayName("a redrive is called off by Escape")
    void escape() {
        var browser = scene.browser();
        var letter = scene.stage().letters().good("kept-1");
        scene.show("/dead-letter?letter=" + letter);
        browser.one(Role.BUTTON, "redrive");
        tabTo("Redrive");
        browser.press(Keys.ENTER);
        browser.one(Role.HEADING, "what redriving would do");
        browser.press(Keys.ESCAPE);
        Eventually.holds("the dialog is closed", () -> !browser.has(Role.DIALOG, ""));
        assertThat(browser.string(AT)).isEqualTo("Redrive");
        assertThat(scene.stage().letters().number("SELECT count(*) FROM dead_letters WHERE number = " + letter))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("on every page each stop of the Tab key is seen, and none is a trap")
    void eachStopIsSeen() {
        var browser = scene.browser();
        for (var path :
                new String[] {"/", "/find", "/transaction?source=default&id=may-00001", "/dead-letters", "/refused"}) {
            scene.show(path);
            browser.one(Role.HEADING, "");
            var first = "";
            for (var i = 0; i < MOST_TABS; i++) {
                browser.press(Keys.TAB);
                var at = browser.string(AT);
                if (browser.holds("return document.activeElement === document.body") || (i > 0 && at.equals(first))) {
                    break;
                }
                first = i == 0 ? at : first;
                assertThat(browser.holds(SEEN))
                        .as("the focus on '%s' of %s", at, path)
                        .isTrue();
                assertThat(i).as("stops on %s", path).isLessThan(MOST_TABS - 1);
            }
        }
    }

    private static void tabTo(String name) {
        for (var i = 0; i < MOST_TABS; i++) {
            if (scene.browser().string(AT).startsWith(name)) {
                return;
            }
            tab();
        }
        throw new AssertionError("the Tab key does not lead to '" + name + "' at "
                + scene.browser().address());
    }

    private static void tabBackTo(String name) {
        for (var i = 0; i < MOST_TABS && !scene.browser().string(AT).startsWith(name); i++) {
            scene.browser().tabBack();
        }
        assertThat(scene.browser().string(AT)).startsWith(name);
    }

    private static void tab() {
        scene.browser().press(Keys.TAB);
    }

    private static boolean isRow() {
        return scene.browser().holds("return document.activeElement.getAttribute('role') === 'row'");
    }

    private static boolean inDialog() {
        return scene.browser().holds("return document.activeElement.closest('dialog') !== null");
    }
}
