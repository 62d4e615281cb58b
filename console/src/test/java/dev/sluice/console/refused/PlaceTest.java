package dev.sluice.console.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.submission.Written;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    private static final Written ROOT = new Written.Group(Map.of(
            "amount",
            new Written.Numeral("1"),
            "items",
            new Written.Listing(
                    List.of(new Written.Text("first"), new Written.Group(Map.of("a/b~c", new Written.Text("deep")))))));

    @Test
    void aPointerLeadsToTheValue() {
        assertThat(Place.find(ROOT, "")).contains(ROOT);
        assertThat(Place.find(ROOT, "/amount")).contains(new Written.Numeral("1"));
        assertThat(Place.find(ROOT, "/items/0")).contains(new Written.Text("first"));
        assertThat(Place.find(ROOT, "/items/1/a~1b~0c")).contains(new Written.Text("deep"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/other", "/items/2", "/items/-1", "/items/99999999999", "/amount/x", "amount", "/", "//amount"})
    void aPointerThatLeadsNowhereFindsNothing(String pointer) {
        assertThat(Place.find(ROOT, pointer)).isEmpty();
    }
}
