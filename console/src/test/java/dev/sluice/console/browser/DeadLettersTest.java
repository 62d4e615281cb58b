package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InChromium
@DisplayName("Dead letters")
class DeadLettersTest {

    private static final String HOW_MANY = "SELECT count(*) FROM dead_letters";

    @AutoClose
    private static Scene scene;

    private static Stage stage;
    private static Browser browser;

    @BeforeAll
    static void open() {
        stage = Stage.empty();
        scene = Scene.of(stage);
        browser = scene.browser();
        scene.signIn();
    }

    @BeforeEach
    void nothingIsDead() {
        stage.settled();
        stage.letters().clear();
    }

    @AfterEach
    void nothingWentWrong() {
        scene.nothingWentWrong();
    }

    @Test
    @DisplayName("are grouped by what is wrong, filtered by function and reason, and the address says how")
    void filtered() {
        stage.letters().good("f-1");
        stage.letters().good("f-2");
        stage.letters().nonsense();
        stage.letters().lost();
        scene.show("/dead-letters");
        browser.shows("4 letters");
        browser.click(Role.LINK, "the store did not answer");
        browser.shows("2 letters match");
        scene.links(Set.of("f-1", "f-2"));
        assertThat(browser.address()).contains("function=processor", "reason=");
        browser.click(Role.LINK, "show all");
        browser.shows("4 letters");
    }

    @Test
    @DisplayName("one is inspected: what it holds, why it failed, what redriving would do")
    void inspected() {
        var unusable = stage.letters().nonsense();
        var good = stage.letters().good("i-1");
        scene.show("/dead-letter?letter=" + good);
        browser.one(Role.HEADING, "dead letter " + good);
        browser.shows("Unavailable: the store did not answer");
        browser.shows("It would be handed to processor once more");
        browser.shows("corr-i-1");

        scene.show("/dead-letter?letter=" + unusable);
        browser.one(Role.HEADING, "dead letter " + unusable);
        browser.shows("Nothing, it would stay");
        assertThat(browser.has(Role.BUTTON, "redrive")).isFalse();

        scene.show("/dead-letter?letter=4711");
        browser.shows("There is no such letter");
    }

    @Test
    @DisplayName("a dry run changes nothing")
    void dryRun() {
        var good = stage.letters().good("d-1");
        scene.show("/dead-letter?letter=" + good);
        browser.click(Role.BUTTON, "redrive");
        browser.one(Role.HEADING, "what redriving would do");
        browser.shows("1 would be handed once more to processor.");
        browser.click(Role.BUTTON, "cancel");
        Eventually.holds("the dialog is closed", () -> !browser.has(Role.DIALOG, ""));
        assertThat(stage.letters().number(HOW_MANY)).isEqualTo(1);
        assertThat(stored("d-1")).isFalse();
        assertThat(stage.letters().number("SELECT count(*) FROM deliveries")).isZero();
    }

    @Test
    @DisplayName("one is redriven, and what came of it is told")
    void redrivesOne() {
        var good = stage.letters().good("o-1");
        scene.show("/dead-letter?letter=" + good);
        browser.click(Role.BUTTON, "redrive");
        browser.click(Role.BUTTON, "redrive 1");
        browser.one(Role.HEADING, "redriven");
        Eventually.holds("it is stored", () -> stored("o-1"));
        assertThat(stage.letters().number(HOW_MANY)).isZero();
        browser.click(Role.BUTTON, "close");
        browser.shows("There is no such letter now");
    }

    @Test
    @DisplayName("many are redriven at once: each is told as what became of it")
    void redrivesMany() {
        assertThat(stage.sender().send("default", Letters.submitted("there", "12.50")))
                .isEqualTo(202);
        stage.settled();
        for (var i = 0; i < 5; i++) {
            stage.letters().good("m-" + i);
        }
        stage.letters().good("there");
        stage.letters().nonsense();
        scene.show("/dead-letters");
        browser.shows("7 letters");
        browser.click(Role.BUTTON, "redrive all (7)");
        browser.one(Role.HEADING, "what redriving would do");
        browser.shows("5 would be handed once more to processor.");
        browser.shows("1 is done already, and would be removed.");
        browser.shows("of no use to any function as it is");
        browser.screenshot("redrive-dry-run");
        browser.click(Role.BUTTON, "redrive 6");
        browser.one(Role.HEADING, "redriven");
        browser.shows("5 were handed once more to processor, and are done.");
        browser.shows("1 was done already, and removed.");
        browser.screenshot("redrive-ended");
        for (var i = 0; i < 5; i++) {
            assertThat(stored("m-" + i)).isTrue();
        }
        assertThat(stage.letters().number(HOW_MANY)).isEqualTo(1);
        browser.click(Role.BUTTON, "close");
        browser.shows("1 letter");
    }

    @Test
    @DisplayName("some are chosen and redriven, and the others stay")
    void redrivesChosen() {
        var first = stage.letters().good("c-1");
        stage.letters().good("c-2");
        scene.show("/dead-letters");
        browser.click(Role.CHECKBOX, "choose letter " + first);
        browser.click(Role.BUTTON, "redrive selected (1)");
        browser.click(Role.BUTTON, "redrive 1");
        browser.one(Role.HEADING, "redriven");
        assertThat(stored("c-1")).isTrue();
        assertThat(stored("c-2")).isFalse();
        assertThat(stage.letters().number(HOW_MANY)).isEqualTo(1);
    }

    @Test
    @DisplayName("one that fails again comes back, and that is told")
    void failsAgain() {
        stage.letters().broken("b-1");
        scene.show("/dead-letters");
        browser.shows("1 letter");
        browser.click(Role.BUTTON, "redrive all (1)");
        browser.shows("1 would be handed once more to enricher.");
        browser.click(Role.BUTTON, "redrive 1");
        Eventually.holds("it is told", () -> {
            stage.letters().hurry();
            return browser.has(Role.HEADING, "redriven, and not all is well");
        });
        browser.shows("1 failed again, and is a dead letter again:");
        assertThat(stage.letters().number(HOW_MANY)).isEqualTo(1);
        browser.click(Role.BUTTON, "close");
        browser.shows("1 letter");
        browser.shows("after 2 rounds");
    }

    private boolean stored(String id) {
        return stage.letters().number("SELECT count(*) FROM transactions WHERE id = '" + id + "'") == 1;
    }
}
