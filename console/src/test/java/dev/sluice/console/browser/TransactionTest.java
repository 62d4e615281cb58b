package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InChromium
@DisplayName("One transaction")
class TransactionTest {

    private static final Pattern POINTS = Pattern.compile("^\\+([0-9]+)\\b", Pattern.MULTILINE);

    /** Whether two JSON texts say the same, whatever the order and the space. */
    private static final String SAME = """
            const sorted = value => Array.isArray(value) ? value.map(sorted)
                : value !== null && typeof value === 'object'
                    ? Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])])) : value;
            const [one, other] = [arguments[0], arguments[1]].map(text => JSON.stringify(sorted(JSON.parse(text))));
            return one === other;""";

    private static Scene scene;

    @BeforeAll
    static void open() {
        scene = Scene.of(Stage.empty());
        scene.stage()
                .take(Payment.month("around", 40).stream()
                        .map(one -> one.from("4401"))
                        .toList());
        scene.stage().take(List.of(Payment.risky("risky-1")));
        scene.stage().sender().send(Payment.risky("risky-1").worth("99.00"));
        scene.stage().settled();
        scene.open("/find");
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
    @DisplayName("its reasons add up to its score, and each says what it saw")
    void reasons() {
        var browser = scene.browser();
        go("risky-1");
        browser.shows("large amount");
        var points = POINTS.matcher(browser.text())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        var score = scene.stage().letters().number("SELECT score FROM transactions WHERE id = 'risky-1'");
        assertThat(Math.min(points, 100)).isEqualTo(score).isGreaterThanOrEqualTo(40);
        browser.one(Role.FIGURE, "score " + score + " of 100, flagged");
        assertThat(browser.text()).contains("21,500.00 GBP", "Lucky Bets", "made between 00:00 and 06:00");
    }

    @Test
    @DisplayName("its raw JSON is what the query API says")
    void rawJson() {
        var browser = scene.browser();
        go("risky-1");
        browser.click(Role.BUTTON, "raw json");
        Eventually.holds("the text is there", () -> raw().startsWith("{"));
        assertThat(browser.holds(SAME, raw(), scene.stage().stored("risky-1")))
                .as("%s is not%n%s", raw(), scene.stage().stored("risky-1"))
                .isTrue();
    }

    @Test
    @DisplayName("its way names each function that had it, its alerts, and the other content that came for it")
    void way() {
        var browser = scene.browser();
        go("risky-1");
        for (var word :
                List.of("by the validator", "by the processor", "by the enricher", "by the notifier", "Alerts")) {
            browser.shows(word);
        }
        browser.shows("Sent again with other content");
    }

    @Test
    @DisplayName("its account's transactions stand around it, as a table too, and lead on")
    void around() {
        var browser = scene.browser();
        go("risky-1");
        browser.shows("41 transactions");
        browser.click(Role.BUTTON, "as a table");
        browser.shows("(this one)");
        browser.click(Role.LINK, "dfds seaways");
        Eventually.holds("another is open", () -> browser.address().contains("id=around-"));
        browser.shows("dfds seaways");
    }

    @Test
    @DisplayName("holds no secret and no card number, in sight or in its source")
    void noSecrets() {
        go("risky-1");
        scene.browser().shows("large amount");
        var access = scene.stage().access();
        assertThat(scene.browser().markup())
                .doesNotContain(access.apiKey(), access.operatorToken(), access.secret(), "whsec_")
                // A place in a drawing has as many digits, behind its point.
                .doesNotContainPattern("(?<![0-9.])[0-9]{13,19}(?![0-9])");
    }

    @Test
    @DisplayName("where there is none of that id, the page says so")
    void notThere() {
        go("nobody");
        Eventually.holds(
                "it is said",
                () -> !scene.browser()
                        .all(Role.LINK, "find ids that begin like this")
                        .isEmpty());
    }

    @Test
    @DisplayName("one that comes in after somebody looked for it is there, and is followed to its end")
    void follows() {
        var browser = scene.browser();
        go("later-1");
        scene.browser().one(Role.LINK, "find ids that begin");
        scene.stage().take(List.of(Payment.of("later-1")));
        go("later-1");
        browser.shows("enriched");
    }

    private static void go(String id) {
        scene.browser().go(scene.stage().page("/transaction?source=default&id=" + id));
    }

    private static String raw() {
        return scene.browser().string("return document.querySelector('pre[aria-label=JSON]')?.textContent ?? ''");
    }
}
