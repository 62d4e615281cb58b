package dev.sluice.handlers.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);
    private static final Fields FIELDS = Fields.parse(
            READER, "{\"s\": \"x\", \"n\": 7, \"t\": true, \"z\": null, \"o\": {\"a\": \"b\", \"c\": 1}, \"l\": []}");

    @Test
    void membersAreReadAsTheKindTheyAre() {
        assertThat(FIELDS.text("s")).isEqualTo("x");
        assertThat(FIELDS.integer("n")).isEqualTo(7);
        assertThat(FIELDS.truth("t")).isTrue();
        assertThat(FIELDS.truth("s")).isFalse();
        assertThat(FIELDS.truth("none")).isFalse();
        assertThat(FIELDS.findText("z")).isEmpty();
        assertThat(FIELDS.texts("o")).containsOnlyKeys("a");
        assertThat(FIELDS.listing("l").items()).isEmpty();
    }

    @Test
    void aMemberOfAnotherKindIsRefusedByName() {
        for (var name : new String[] {"n", "t", "o", "l"}) {
            assertThatThrownBy(() -> FIELDS.text(name)).hasMessage("'" + name + "' is to be a string");
        }
        assertThatThrownBy(() -> FIELDS.text("none")).hasMessage("'none' is to be a string");
        assertThatThrownBy(() -> FIELDS.integer("s")).hasMessage("'s' is to be a number");
        assertThatThrownBy(() -> FIELDS.object("s")).hasMessage("'s' is to be an object");
        assertThatThrownBy(() -> FIELDS.object("z")).hasMessage("'z' is to be an object");
        assertThatThrownBy(() -> FIELDS.listing("s")).hasMessage("'s' is to be an array");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThatThrownBy(() -> Fields.parse(READER, "[")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fields.parse(READER, new byte[] {'['})).isInstanceOf(IllegalArgumentException.class);
    }
}
