package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@InChromium
@DisplayName("A list of ten thousand transactions")
class ManyRowsTest {

    private static final int ROWS = 10_000;

    /** A row of a grid is a transaction; the first is the names of the columns. */
    private static final String ROWS_IN_PAGE = "return document.querySelectorAll('[role=grid] [role=row]').length";

    /** Scrolls on for a while, notes each row that was there, and says whether that was the end. */
    private static final String SCROLL_ON = """
            const grid = document.querySelector('[role=grid]');
            window.met ??= new Map();
            window.most ??= 0;
            const until = performance.now() + 4000;
            const frame = () => new Promise(requestAnimationFrame);
            while (performance.now() < until) {
              const rows = [...grid.querySelectorAll('[role=row]')];
              window.most = Math.max(window.most, rows.length);
              for (const row of rows) {
                const link = row.querySelector('a[href]');
                if (link !== null) {
                  window.met.set(new URL(link.href).searchParams.get('id'), row.getAttribute('aria-rowindex'));
                }
              }
              const end = grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 2;
              if (end && grid.getAttribute('aria-rowcount') !== '-1') {
                return true;
              }
              // Rows are kept ready beyond what is in sight.
              grid.scrollTop += grid.clientHeight + 700;
              await frame();
              // What the list draws in a frame is there after it.
              await new Promise(then => setTimeout(then));
            }
            return false;""";

    private static Scene scene;

    @BeforeAll
    static void open() {
        scene = Scene.of(Stage.filled(Payment.month("many", ROWS)));
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @AfterEach
    void nothingWentWrong() {
        scene.nothingWentWrong();
    }

    @Test
    @DisplayName("is scrolled through to its end: each row is met once, and few are in the page at any time")
    void scrolled() {
        var browser = scene.browser();
        scene.open("/find");
        Eventually.holds("rows are there", () -> browser.number(ROWS_IN_PAGE) > 10);
        Eventually.holds("the end is reached", () -> browser.holds("return (async () => {" + SCROLL_ON + "})()"));
        assertThat(browser.number("return window.met.size")).isEqualTo(ROWS);
        assertThat(browser.number("return new Set(window.met.values()).size")).isEqualTo(ROWS);
        assertThat(browser.number("return window.most")).isLessThan(200);
        browser.shows("10,000 found, all searched");
        browser.screenshot("many-rows-at-the-end");
    }

    @Test
    @DisplayName("is gone through by keys: down, by the page, to its end and back")
    void byKeys() {
        var browser = scene.browser();
        scene.open("/find");
        Eventually.holds("rows are there", () -> browser.number(ROWS_IN_PAGE) > 10);
        browser.run("document.querySelector('[role=grid] [role=row][tabindex=\"0\"]').focus()");
        assertThat(at()).isEqualTo(2);
        browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP);
        assertThat(at()).isEqualTo(3);
        browser.press(Keys.PAGE_DOWN);
        assertThat(at()).isGreaterThan(8);
        Eventually.holds("the End key leads to the end", () -> {
            browser.press(Keys.END);
            assertThat(browser.number(ROWS_IN_PAGE)).isLessThan(200);
            return at() == ROWS + 1;
        });
        assertThat(inSight()).isTrue();
        browser.press(Keys.HOME);
        assertThat(at()).isEqualTo(2);
        assertThat(inSight()).isTrue();

        var id = browser.focused().findElements(By.cssSelector("a[href]")).stream()
                .map(link -> String.valueOf(link.getDomAttribute("href")))
                .collect(Collectors.joining());
        browser.press(Keys.ENTER);
        Eventually.holds("it is open", () -> browser.address().endsWith(id));
    }

    @Test
    @DisplayName("is left for one of them, and found again where it was left")
    void comesBack() {
        var browser = scene.browser();
        scene.open("/find");
        Eventually.holds("rows are there", () -> browser.number(ROWS_IN_PAGE) > 10);
        Eventually.holds("a thousand rows are loaded", () -> browser.number("""
                const grid = document.querySelector('[role=grid]');
                grid.scrollTop = grid.scrollHeight;
                return grid.scrollHeight""") > 1_000L * 36);
        var place = browser.number("return document.querySelector('[role=grid]').scrollTop");
        browser.run("document.querySelector('[role=grid] [role=row]:last-child a').click()");
        Eventually.holds("one is open", () -> browser.address().contains("/console/transaction?"));
        browser.back();
        Eventually.holds(
                "the list stands where it stood",
                () -> Math.abs(browser.number("return document.querySelector('[role=grid]')?.scrollTop ?? -1") - place)
                        < 40);
    }

    /** The number of the row that has the focus, as assistive technology is told it. */
    private static long at() {
        return scene.browser().number("return Number(document.activeElement.getAttribute('aria-rowindex'))");
    }

    private static boolean inSight() {
        return scene.browser().holds("""
                const row = document.activeElement.getBoundingClientRect();
                const grid = document.querySelector('[role=grid]').getBoundingClientRect();
                return row.top >= grid.top - 1 && row.bottom <= grid.bottom + 1""");
    }
}
