package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

/** A browser before a stage. */
record Scene(Stage stage, Browser browser) implements AutoCloseable {

    static Scene of(Stage stage) {
        try {
            return new Scene(stage, Browser.open());
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** Signs in anew and opens that page of the console. */
    void open(String path) {
        signIn();
        show(path);
    }

    /** Signs in anew. */
    void signIn() {
        browser.go("about:blank");
        browser.forget();
        browser.go(stage.link());
        browser.one(Role.BUTTON, "sign out");
    }

    /** Loads that page of the console for who is signed in. */
    void show(String path) {
        browser.go(stage.page(path));
        browser.one(Role.BUTTON, "sign out");
    }

    /** The ids of the transactions that the page links to, in its order, each once. */
    List<String> linked() {
        return browser.run("""
                return [...new Set([...document.querySelectorAll('main a[href^="/console/transaction?"]')]
                    .map(link => new URL(link.href).searchParams.get('id')))]""") instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Waits until the page links to these and no others, in whatever order. */
    void links(Set<String> ids) {
        Eventually.holds(
                "links to " + ids + " instead of " + linked() + " at " + browser.address(),
                () -> Set.copyOf(linked()).equals(ids));
    }

    /** Nothing that the pages did was an error, or against their own policy. */
    void nothingWentWrong() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        stage.close();
    }
}
