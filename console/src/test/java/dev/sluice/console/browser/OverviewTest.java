package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InChromium
@DisplayName("The overview")
class OverviewTest {

    /** What stands beside that name in a list of names and values. */
    private static final String FIGURE = """
            const name = [...document.querySelectorAll('dt')].find(name => name.textContent === arguments[0]);
            return name?.nextElementSibling?.textContent ?? '';""";

    /** All of a function's row in the table of the functions, which is there whether or not it is in sight. */
    private static final String HOP = """
            const head = [...document.querySelectorAll('main th[scope=row]')].find(head => head.textContent === arguments[0]);
            return head?.parentElement?.textContent ?? '';""";

    private static final String FIRST_ROW = """
            return document.querySelector('section[aria-labelledby=latest] tbody a[href]')?.textContent ?? '';""";

    private static Scene scene;

    @BeforeAll
    static void open() {
        scene = Scene.of(Stage.empty());
        scene.open("/");
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
    @DisplayName("draws each function of the blueprint, with what it did; where nothing was sent yet, it says how to")
    void functions() {
        var browser = scene.browser();
        browser.go(scene.stage().page("/"));
        var names = Pipeline.BLUEPRINT.functions().stream().map(Function::name).toList();
        assertThat(names).isNotEmpty();
        Eventually.holds(
                "each of " + names + " is drawn", () -> Set.copyOf(drawn()).containsAll(names));
        browser.shows("./sluice replay");

        scene.stage().take(Payment.month("first", 40));
        scene.stage().take(List.of(Payment.risky("first-risky")));
        Eventually.holds("41 are stored", () -> figure("Stored").equals("41"));
        Eventually.holds("one is flagged", () -> figure("Flagged").equals("1"));
        Eventually.holds("nothing waits", () -> figure("Under way").equals("0"));
        for (var name : List.of(Pipeline.PROCESSOR.name(), Pipeline.ENRICHER.name())) {
            Eventually.holds(name + " did 41", () -> browser.string(HOP, name).startsWith(name + "41"));
        }
        Eventually.holds("nobody is told how to send", () -> !browser.text().contains("./sluice replay"));
    }

    @Test
    @DisplayName("moves while something comes in: the rate, the counts, the latest transactions")
    void moves() throws InterruptedException {
        var browser = scene.browser();
        browser.go(scene.stage().page("/"));
        var firstRows = new HashSet<String>();
        var end = new Semaphore(0);
        var sending = Thread.ofVirtual().start(() -> sendUntil(end));
        try {
            Eventually.holds(
                    "a rate is shown", () -> figure("Accepted per second").matches("[1-9][0-9.,]*|0\\.[0-9]*[1-9]"));
            Eventually.holds("the first of the latest changes, and again, and again", () -> {
                firstRows.add(browser.string(FIRST_ROW));
                return firstRows.size() > 3;
            });
            browser.screenshot("overview-while-it-moves");
        } finally {
            end.release();
            sending.join();
        }
        scene.stage().settled();
        Eventually.holds(
                "the rate is none again", () -> figure("Accepted per second").equals("0"));
    }

    @Test
    @DisplayName("holds the latest transactions still for somebody who reads them")
    void heldStill() {
        var browser = scene.browser();
        scene.stage().take(List.of(Payment.of("before-holding")));
        browser.go(scene.stage().page("/"));
        Eventually.holds("it is there", () -> browser.string(FIRST_ROW).equals("before-holding"));
        browser.click(Role.BUTTON, "hold still");
        scene.stage().take(List.of(Payment.of("while-held")));
        Eventually.holds("it is counted", () -> figure("Stored").equals(stored()));
        assertThat(browser.string(FIRST_ROW)).isEqualTo("before-holding");
        browser.click(Role.BUTTON, "hold still");
        browser.run("document.activeElement.blur()");
        Eventually.holds("it is shown", () -> browser.string(FIRST_ROW).equals("while-held"));
    }

    @Test
    @DisplayName("tells of dead letters where they are, and leads to them")
    void deadLetters() {
        var browser = scene.browser();
        browser.go(scene.stage().page("/"));
        scene.stage().letters().nonsense();
        Eventually.holds("one is counted", () -> figure("Dead letters").equals("1"));
        browser.click(Role.LINK, "dead letters");
        browser.one(Role.HEADING, "dead letters");
        browser.shows("it is no notification");
    }

    private static void sendUntil(Semaphore end) {
        try {
            for (var i = 0; !end.tryAcquire(20, TimeUnit.MILLISECONDS); i++) {
                scene.stage().sender().send(Payment.of("moving-" + i));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String stored() {
        return Long.toString(scene.stage().letters().number("SELECT count(*) FROM transactions"));
    }

    private static String figure(String name) {
        return scene.browser().string(FIGURE, name);
    }

    private static List<String> drawn() {
        return scene.browser()
                                .run(
                                        "return [...document.querySelectorAll('main svg text')].map(text => text.textContent)")
                        instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }
}
