package dev.sluice.console.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, with a profile of its own, that reaches nothing but this machine. */
final class Browser implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--no-first-run",
            "--disable-quic",
            "--hide-scrollbars",
            // An element tells its name as it is read out, so that all are looked through in one question to the
            // browser.
            "--enable-blink-features=ComputedAccessibilityInfo",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--window-size=1400,1000");

    /** What a browser writes down by itself about an answer that is a refusal; the pages tell of it themselves. */
    private static final String REFUSED = "Failed to load resource: the server responded with a status of 4";

    /** A page that has no connection left waits for a minute, and comes in the end. */
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(30);

    private static final String NAMED = """
            const [selector, wanted] = arguments;
            return [...document.querySelectorAll(selector)]
                .filter(element => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0)
                .map(element => ({element, name: element.computedName.trim().toLowerCase()}))
                .filter(one => one.name.includes(wanted))
                .sort((one, other) => (other.name === wanted) - (one.name === wanted))
                .map(one => one.element);""";

    private final ChromeDriver driver;
    private final Path profile;
    private final List<String> said = new ArrayList<>();

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    static Browser open() {
        try {
            var profile = Files.createTempDirectory("sluice-browser");
            // Told where the driver is, Selenium looks for none and loads none.
            System.setProperty(
                    ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY,
                    file(Program.DRIVER).getPath());
            var logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            var options = new ChromeOptions();
            options.setBinary(file(Program.CHROMIUM));
            options.addArguments(OPTIONS);
            options.addArguments("--user-data-dir=" + profile);
            options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
            options.setPageLoadTimeout(LONGEST_LOAD);
            return new Browser(new ChromeDriver(options), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File file(Program program) {
        return program.found().orElseThrow().toFile();
    }

    /** Loads that address anew. */
    void go(String address) {
        driver.get(address);
    }

    void back() {
        driver.navigate().back();
    }

    String address() {
        return Optional.ofNullable(driver.getCurrentUrl()).orElse("");
    }

    String title() {
        return Optional.ofNullable(driver.getTitle()).orElse("");
    }

    /** Forgets every session, whatever page is open: WebDriver's own way forgets only those of the open page's host. */
    void forget() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** The text that somebody sees. */
    String text() {
        return string("return document.body.innerText");
    }

    /** The whole document as it is now, in markup. */
    String markup() {
        return string("return document.documentElement.outerHTML");
    }

    /** Runs a function's body in the page. */
    Object run(String script, Object... arguments) {
        return Optional.ofNullable(driver.executeScript(script, arguments)).orElse("");
    }

    String string(String script, Object... arguments) {
        return String.valueOf(run(script, arguments));
    }

    long number(String script, Object... arguments) {
        return run(script, arguments) instanceof Number number ? number.longValue() : -1;
    }

    boolean holds(String script, Object... arguments) {
        return Boolean.TRUE.equals(run(script, arguments));
    }

    /** All that there are of that role with that in their name, whole or a part of it; hidden ones are none. */
    List<WebElement> all(Role role, String name) {
        return run(NAMED, role.selector(), name.toLowerCase(Locale.ROOT)) instanceof List<?> found
                ? found.stream().map(WebElement.class::cast).toList()
                : List.of();
    }

    boolean has(Role role, String name) {
        return !all(role, name).isEmpty();
    }

    /** Waits for it; the one of exactly that name comes before those that only contain it. */
    WebElement one(Role role, String name) {
        return Eventually.has(
                "a " + role + " named '" + name + "' at " + address(),
                () -> all(role, name).stream().findFirst());
    }

    void click(Role role, String name) {
        Eventually.has(
                "a click on '" + name + "'",
                () -> all(role, name).stream().findFirst().map(element -> {
                    element.click();
                    return true;
                }));
    }

    /** Waits for that text. */
    void shows(String text) {
        Eventually.holds("the text '" + text + "' at " + address(), () -> text().contains(text));
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Holds Shift and presses Tab. */
    void tabBack() {
        new Actions(driver)
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void theme(Theme theme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme.word()))));
    }

    /** As wide as a phone that is held upright. */
    void phone() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", false));
    }

    void desk() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** Keeps what is seen of the page in a window of the usual size, as {@code target/screenshots/NAME.png}. */
    void picture(String name) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 1400, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        keep(name, false);
        desk();
    }

    /** Keeps the whole page, and not only what is seen of it, as {@code target/screenshots/NAME.png}. */
    void screenshot(String name) {
        keep(name, true);
    }

    private void keep(String name, boolean whole) {
        try {
            var folder = Files.createDirectories(Path.of("target", "screenshots"));
            var taken = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", whole));
            Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the browser has complained of since it was last asked: errors, and breaches of the pages' policy. */
    List<String> complaints() {
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue()
                        || entry.getMessage().contains("Content Security Policy")
                        || entry.getMessage().contains("TrustedHTML"))
                .map(entry -> String.valueOf(entry.getMessage()))
                .filter(message -> !(message.contains(REFUSED)
                        && (message.contains("/console/api/") || message.contains("/console/nowhere "))))
                .forEach(said::add);
        var complaints = List.copyOf(said);
        said.clear();
        return complaints;
    }

    @Override
    public void close() {
        driver.quit();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // A profile that a process still writes to; it lies in the system's folder for what may go.
            profile.toFile().deleteOnExit();
        }
    }
}
