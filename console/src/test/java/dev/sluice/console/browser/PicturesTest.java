package dev.sluice.console.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The two pictures that the README shows, of a pipeline that somebody sends to. To put those of this build there: {@code
 * ./mvnw -pl console -am test -Dtest=PicturesTest -Dsurefire.failIfNoSpecifiedTests=false -Dsluice.docs.write=true}.
 */
@InChromium
@DisplayName("The pictures of the README")
class PicturesTest {

    private static final int ROUNDS = 12;
    private static final int A_ROUND = 60;

    /** The card that something strange is bought with, among other things. */
    private static final String CARD = "6588";

    private static final String RISKIEST = "night-1";

    @AutoClose
    private static Scene scene;

    @BeforeAll
    static void open() {
        scene = Scene.of(Stage.empty());
        scene.open("/");
        Eventually.holds("the page listens", () -> scene.browser().text().contains("Live"));
    }

    @Test
    @DisplayName("are of a month that comes in, and of what in it should be looked at first")
    void pictures() throws IOException {
        var sent = 0;
        for (var round = 0; round < ROUNDS; round++) {
            scene.stage().sender().send(month(round));
            sent += A_ROUND;
            if (round == ROUNDS / 2) {
                scene.stage().take(strange());
                Refusing.all(scene.stage());
                scene.stage().letters().lost();
                scene.browser().shows("refused: currency unknown");
            }
            var expected = sent;
            Eventually.holds("the round is stored", () -> stored() >= expected);
        }
        var browser = scene.browser();
        browser.shows("night bets");
        browser.picture("readme-overview");
        scene.stage().settled();

        scene.show("/transaction?source=default&id=" + RISKIEST);
        browser.shows("told");
        browser.shows("Higher and larger");
        browser.picture("readme-transaction");

        keep("readme-overview", "console-overview");
        keep("readme-transaction", "console-transaction");
        scene.nothingWentWrong();
    }

    private static List<Payment> month(int round) {
        return Payment.month("may-" + round, A_ROUND);
    }

    private static List<Payment> strange() {
        var strange = new ArrayList<Payment>();
        for (var day = 2; day < 27; day += 3) {
            strange.add(Payment.of("card-" + day)
                    .from(CARD)
                    .worth(40 + day * 17 + ".50")
                    .at(String.format(Locale.ROOT, "2017-05-%02dT11:20:00Z", day))
                    .to("post office counter"));
        }
        strange.add(Payment.of("furniture-1")
                .from(CARD)
                .worth("12468.70")
                .at("2017-05-22")
                .to("the furnishing service"));
        strange.add(Payment.of("furniture-2")
                .from(CARD)
                .worth("14200.00")
                .at("2017-05-24")
                .to("the furnishing service"));
        strange.add(
                Payment.risky(RISKIEST).from(CARD).at("2017-05-27T02:30:00Z").to("night bets"));
        return strange;
    }

    private static long stored() {
        return scene.stage().letters().number("SELECT count(*) FROM transactions");
    }

    private static void keep(String picture, String document) throws IOException {
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.copy(
                    Path.of("target", "screenshots", picture + ".png"),
                    Path.of("..", "docs", document + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
