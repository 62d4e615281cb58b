package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@InChromium
@DisplayName("Every page")
class PagesTest {

    enum Which {
        OVERVIEW("/", "Riskiest"),
        FIND("/find", "found, all searched"),
        FIND_NOTHING("/find?merchant=nobody", "Nothing matches"),
        FIND_WRONG("/find?least=ten", "Find"),
        TRANSACTION("/transaction?source=default&id=risky-1", "large amount"),
        HOSTILE("/transaction?source=default&id=hostile-6", Hostile.LONG.substring(0, 20)),
        DEAD_LETTERS("/dead-letters", "letters"),
        DEAD_LETTER("/dead-letter?letter=1", "Unavailable: the store did not answer"),
        DEAD_LETTER_UNUSABLE("/dead-letter?letter=2", "Nothing, it would stay"),
        REFUSED("/refused", "currency_unknown"),
        NOWHERE("/nowhere", "No such page");

        private final String path;
        private final String text;

        Which(String path, String text) {
            this.path = path;
            this.text = text;
        }

        private String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @AutoClose
    private static Scene scene;

    @BeforeAll
    static void open() {
        var stage = Stage.empty();
        scene = Scene.of(stage);
        stage.take(Hostile.payments());
        stage.take(List.of(Payment.risky("risky-1"), Payment.risky("risky-2")));
        stage.take(Payment.month("may", 120));
        stage.letters().good("g-1");
        stage.letters().nonsense();
        stage.letters().broken("b-1");
        stage.letters().lost();
        Refusing.all(stage);
        scene.signIn();
    }

    @AfterEach
    void nothingWentWrong() {
        scene.browser().desk();
        scene.browser().theme(Theme.LIGHT);
        scene.nothingWentWrong();
    }

    static Stream<Arguments> pagesInThemes() {
        return Arrays.stream(Which.values())
                .flatMap(page -> Arrays.stream(Theme.values()).map(theme -> Arguments.of(page, theme)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pagesInThemes")
    @DisplayName("is legible in both themes: text stands out as WCAG AA asks")
    void contrast(Which page, Theme theme) {
        scene.browser().theme(theme);
        show(page);
        scene.browser().screenshot(page.file() + "-desk-" + theme.word());
        assertThat(Script.CONTRAST.findings(scene.browser())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("keeps nobody out: names, labels, headings, one main part")
    void accessible(Which page) {
        show(page);
        assertThat(Script.ACCESSIBILITY.findings(scene.browser())).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pagesInThemes")
    @DisplayName("fits a phone: nothing is scrolled sideways but within itself")
    void phone(Which page, Theme theme) {
        scene.browser().theme(theme);
        scene.browser().phone();
        show(page);
        scene.browser().screenshot(page.file() + "-phone-" + theme.word());
        assertThat(scene.browser().number("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(scene.browser().number("return innerWidth"));
        assertThat(Script.ACCESSIBILITY.findings(scene.browser())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("loads from this pipeline alone, under a policy that lets nothing else in")
    void ownOnly(Which page) {
        show(page);
        assertThat(scene.browser().run("""
                        return performance.getEntriesByType('resource').map(one => one.name)
                            .filter(name => !name.startsWith(location.origin + '/console/'))""")).isEqualTo(List.of());
        assertThat(scene.browser()
                        .string("return fetch(location).then(answer => answer.headers.get('content-security-policy'))"))
                .contains("default-src 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    @DisplayName("so does the one that asks to sign in")
    void signIn(Theme theme) {
        var browser = scene.browser();
        browser.theme(theme);
        browser.forget();
        browser.go(scene.stage().page("/"));
        browser.one(Role.HEADING, "sign in");
        browser.screenshot("sign-in-desk-" + theme.word());
        assertThat(Script.CONTRAST.findings(browser)).isEmpty();
        assertThat(Script.ACCESSIBILITY.findings(browser)).isEmpty();
        browser.phone();
        browser.screenshot("sign-in-phone-" + theme.word());
        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(browser.number("return innerWidth"));
        scene.signIn();
    }

    private static void show(Which page) {
        scene.show(page.path);
        scene.browser().shows(page.text);
        // From then on a page shows what is told to it, too.
        scene.browser().shows("Live");
    }
}
