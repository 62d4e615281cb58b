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
@DisplayName("Signing in to the console")
class SignInTest {

    @AutoClose
    private static Scene scene;

    @BeforeAll
    static void open() {
        scene = Scene.of(Stage.empty());
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        scene.browser().go("about:blank");
        scene.browser().forget();
    }

    @AfterEach
    void nothingWentWrong() {
        scene.nothingWentWrong();
    }

    @Test
    @DisplayName("a link signs in once, leaves the address at once, and says that it is used the second time")
    void oneTimeLink() {
        var browser = scene.browser();
        var link = scene.stage().firstLink();
        browser.go(link);
        browser.one(Role.BUTTON, "sign out");
        assertThat(browser.address()).isEqualTo(scene.stage().page("/"));
        assertThat(browser.number("return history.length")).isLessThanOrEqualTo(3);

        browser.go("about:blank");
        browser.forget();
        browser.go(link);
        browser.shows("This link was used already");
        assertThat(browser.has(Role.BUTTON, "sign in")).isTrue();
        assertThat(browser.has(Role.BUTTON, "sign out")).isFalse();
        assertThat(browser.address()).doesNotContain("ticket");
    }

    @Test
    @DisplayName("a link that somebody made up opens nothing")
    void madeUpLink() {
        scene.browser().go(scene.stage().page("/#ticket=" + "A".repeat(43)));
        scene.browser().shows("This link was used already or is too old");
    }

    @Test
    @DisplayName("the operator token signs in at whatever page was asked for; another does not")
    void operatorToken() {
        var browser = scene.browser();
        browser.go(scene.stage().page("/find"));
        browser.one(Role.FIELD, "operator token").sendKeys("0".repeat(64));
        browser.click(Role.BUTTON, "sign in");
        browser.shows("not the operator token");

        browser.one(Role.FIELD, "operator token")
                .sendKeys(scene.stage().access().operatorToken(), Keys.ENTER);
        browser.one(Role.HEADING, "find");
        assertThat(browser.address()).isEqualTo(scene.stage().page("/find"));
        assertThat(browser.markup()).doesNotContain(scene.stage().access().operatorToken());
    }

    @Test
    @DisplayName("the session is in a cookie that no script reads, and in no storage")
    void cookie() {
        scene.open("/");
        assertThat(scene.browser().string("return document.cookie")).isEmpty();
        assertThat(scene.browser().string("return JSON.stringify([localStorage, sessionStorage])"))
                .isEqualTo("[{},{}]");
    }

    @Test
    @DisplayName("after signing out the pages ask again, in every tab, and the API refuses")
    void signOut() {
        var browser = scene.browser();
        scene.open("/find");
        browser.click(Role.BUTTON, "sign out");
        browser.one(Role.HEADING, "sign in");
        assertThat(browser.number("return fetch('/console/api/vocabulary').then(answer => answer.status)"))
                .isEqualTo(401);
        browser.go(scene.stage().page("/dead-letters"));
        browser.one(Role.HEADING, "sign in");
        browser.back();
        browser.one(Role.HEADING, "sign in");
    }

    @Test
    @DisplayName("an address that there is no page at says so")
    void noSuchPage() {
        scene.open("/nowhere");
        scene.browser().one(Role.HEADING, "no such page");
    }
}
