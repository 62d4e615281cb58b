package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What the other tests see through sees what is wrong, too. */
@InChromium
@DisplayName("The browser that the tests see through")
class BrowserTest {

    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    @DisplayName("finds elements by what they are called, and uses them")
    void findsByName() throws IOException {
        show("""
                <main><h1>Find</h1><label for=m>Merchant</label><input id=m>
                <button onclick="document.querySelector('h1').append(' ' + document.querySelector('input').value)">Search
                </button><button hidden>Search all</button></main>""");
        browser.one(Role.FIELD, "merchant").sendKeys("shell");
        browser.press(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Search");
        browser.click(Role.BUTTON, "search");
        assertThat(browser.one(Role.HEADING, "find").getText()).isEqualTo("Find shell");
        assertThat(browser.all(Role.BUTTON, "search")).hasSize(1);
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot("browser-itself");
        assertThat(Path.of("target", "screenshots", "browser-itself.png")).isNotEmptyFile();
    }

    @Test
    @DisplayName("hears errors and breaches of a policy")
    void hears() throws IOException {
        show("<script>nowhere()</script>");
        assertThat(browser.complaints()).anySatisfy(said -> assertThat(said).contains("nowhere is not defined"));
        show("<meta http-equiv=content-security-policy content=\"script-src 'none'\"><p onclick='x()'>p</p>"
                + "<img src=x onerror=alert(1)>");
        assertThat(browser.complaints()).anySatisfy(said -> assertThat(said).contains("Content Security Policy"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @DisplayName("takes on a theme and a phone's width")
    void themeAndWidth() throws IOException {
        show("<style>:root{color-scheme:light dark}</style><p>text</p>");
        for (var theme : Theme.values()) {
            browser.theme(theme);
            assertThat(browser.holds(
                            "return matchMedia('(prefers-color-scheme: ' + arguments[0] + ')').matches", theme.word()))
                    .isTrue();
        }
        browser.phone();
        assertThat(browser.number("return innerWidth")).isEqualTo(390);
        browser.desk();
        assertThat(browser.number("return innerWidth")).isEqualTo(1400);
    }

    @Test
    @DisplayName("says what keeps somebody out")
    void accessibility() throws IOException {
        show("<main><h1>One</h1><h3>Three</h3><input><svg></svg><button></button><table><tr><td>1</table></main>");
        assertThat(Script.ACCESSIBILITY.findings(browser))
                .extracting(said -> said.substring(0, 10))
                .contains("a field wi", "a drawing ", "a control ", "a heading ", "a table wi");
        show("""
                <main><h1>One</h1><h2>Two</h2><label>Name <input></label><svg role=img aria-label=x></svg><button>Go</button>
                <table><tr><th>1</table></main>""");
        assertThat(Script.ACCESSIBILITY.findings(browser)).isEmpty();
    }

    @Test
    @DisplayName("says which text is too faint")
    void contrast() throws IOException {
        show("""
                <style>body{background:#fff;color:#111}.faint{color:#999}.half{opacity:.4}</style><p>plain</p>
                <p class=faint>faint</p><div class=half><p>half there</p></div>
                <svg role=img aria-label=x width=100 height=40><rect width=100 height=40 fill="#333"/>
                <text x=5 y=20 fill="#444">dark on dark</text></svg>""");
        assertThat(Script.CONTRAST.findings(browser))
                .hasSize(3)
                .anySatisfy(said -> assertThat(said).contains("faint"))
                .anySatisfy(said -> assertThat(said).contains("half there"))
                .anySatisfy(said -> assertThat(said).contains("dark on dark"));
    }

    private void show(String body) throws IOException {
        var page = folder.resolve("page.html");
        Files.writeString(page, "<!doctype html><html lang=en><title>Page</title><meta charset=utf-8>" + body);
        browser.go(page.toUri().toString());
    }
}
