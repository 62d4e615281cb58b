package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

@InChromium
@DisplayName("Finding transactions")
class FindTest {

    private static final String CHOSEN = """
            arguments[0].value = arguments[1];
            arguments[0].dispatchEvent(new Event('input', {bubbles: true}));
            arguments[0].dispatchEvent(new Event('change', {bubbles: true}));
            return arguments[0].value === arguments[1];""";

    private static final List<Payment> MONTH = Payment.month("may", 60);
    private static final List<Payment> RISKY = List.of(Payment.risky("risky-1"), Payment.risky("risky-2"));
    private static final List<Payment> ALL =
            Stream.concat(MONTH.stream(), RISKY.stream()).toList();

    private static Scene scene;

    @BeforeAll
    static void open() {
        scene = Scene.of(Stage.empty());
        scene.stage().take(ALL);
        scene.stage().sender().send(Stage.OTHER_SOURCE, Payment.of("till-1").json());
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

    static Stream<Arguments> criteria() {
        return Stream.of(
                criterion("Transaction id", "may-00007", payment -> payment.id().equals("may-00007")),
                criterion("Transaction id", "may-0001", payment -> payment.id().startsWith("may-0001")),
                criterion("Account", "5770", payment -> payment.account().equals("5770")),
                criterion(
                        "Merchant", "TRAVELODGE", payment -> payment.merchant().startsWith("travelodge")),
                criterion("Amount from", "300", payment -> pence(payment) >= 30_000),
                criterion("Amount to", "40.55", payment -> pence(payment) <= 4_055),
                criterion("Currency", "EUR", payment -> payment.currency().equals("EUR")),
                criterion(
                        "Occurred from",
                        "2017-05-29",
                        payment -> payment.occurredAt().compareTo("2017-05-29") >= 0),
                criterion(
                        "Occurred to",
                        "2017-05-03",
                        payment -> payment.occurredAt().compareTo("2017-05-04") < 0),
                criterion("Type", "credit", payment -> payment.type().equals("credit")),
                criterion("Status", "notified", RISKY::contains),
                // What was told of was flagged.
                criterion("Status", "flagged", RISKY::contains),
                criterion("Flag reason", "large_amount", RISKY::contains));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("criteria")
    @DisplayName("by each criterion, whose address finds the same")
    void byEachCriterion(String label, String value, Set<String> expected) {
        var browser = scene.browser();
        browser.go(scene.stage().page("/find?source=default"));
        Eventually.holds("more than these are there", () -> scene.linked().size() > expected.size());
        fill(label, value);
        scene.links(expected);
        browser.shows(expected.size() + " found");

        var address = browser.address();
        browser.go(address);
        scene.links(expected);
    }

    @Test
    @DisplayName("by source")
    void bySource() {
        scene.browser().go(scene.stage().page("/find"));
        fill("Source", Stage.OTHER_SOURCE);
        scene.links(Set.of("till-1"));
    }

    @Test
    @DisplayName("by several at once, riskiest first, at an address that finds the same in another session")
    void sharedAddress() {
        var browser = scene.browser();
        browser.go(scene.stage().page("/find"));
        fill("Merchant", "lucky");
        fill("Account", "4401");
        fill("Order", "riskiest");
        scene.links(Set.of("risky-1", "risky-2"));
        var rows = scene.linked();
        var address = browser.address();
        assertThat(address).contains("merchant=lucky", "account=4401", "order=riskiest");

        scene.open(address.substring(scene.stage().page("").length()));
        scene.links(Set.copyOf(rows));
        assertThat(scene.linked()).isEqualTo(rows);
        assertThat(Map.of("Merchant", "lucky", "Account", "4401", "Order", "riskiest"))
                .allSatisfy((label, value) -> assertThat(
                                browser.one(Role.FIELD, label).getDomProperty("value"))
                        .isEqualTo(value));
    }

    @Test
    @DisplayName("says that there is nothing, and of a wrong value what is asked for")
    void nothingAndWrong() {
        var browser = scene.browser();
        browser.go(scene.stage().page("/find?merchant=nobody-sells-this"));
        browser.shows("Nothing matches");
        browser.go(scene.stage().page("/find?least=ten"));
        Eventually.holds(
                "the field is told to be wrong",
                () -> "true".equals(browser.one(Role.FIELD, "amount from").getDomAttribute("aria-invalid")));
    }

    @Test
    @DisplayName("going to a transaction and back leaves the list as it was")
    void back() {
        var browser = scene.browser();
        browser.go(scene.stage().page("/find?merchant=shell&source=default"));
        var expected = ids(payment -> payment.merchant().startsWith("shell"));
        scene.links(expected);
        browser.click(Role.LINK, "shell kings");
        Eventually.holds("a transaction is open", () -> browser.address().contains("/console/transaction?"));
        browser.one(Role.HEADING, "shell kings");
        browser.back();
        scene.links(expected);
    }

    private void fill(String label, String value) {
        var field = scene.browser().one(Role.FIELD, label);
        if ("date".equals(field.getDomAttribute("type")) || field.getTagName().equals("select")) {
            // How a date is typed hangs on the system's language.
            Eventually.holds(label + " offers " + value, () -> scene.browser().holds(CHOSEN, field, value));
        } else {
            field.clear();
            field.sendKeys(value, Keys.ENTER);
        }
    }

    private static Arguments criterion(String label, String value, Predicate<Payment> matches) {
        return Arguments.of(label, value, ids(matches));
    }

    private static Set<String> ids(Predicate<Payment> matches) {
        return ALL.stream().filter(matches).map(Payment::id).collect(Collectors.toSet());
    }

    private static long pence(Payment payment) {
        return Long.parseLong(payment.amount().replace(".", ""));
    }
}
