package dev.sluice.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static Json read(String text) throws IOException {
        return JsonText.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsReadIsWrittenTheSame() throws IOException {
        var text = "{\"a\":[1,0.10,\"x\",true,null,{}],\"b\":{\"c\":\"\"}}";

        assertThat(JsonText.compact(read(text))).isEqualTo(text);
        assertThat(read(JsonText.indented(read(text)))).isEqualTo(read(text));
    }

    @Test
    void pointersLeadToValues() throws IOException {
        var json = read("{\"a/b\":{\"~\":[10,{\"c\":\"found\"},null,true]}}");

        assertThat(json.text("/a~1b/~0/1/c")).contains("found");
        assertThat(json.text("/a~1b/~0/0")).contains("10");
        assertThat(json.text("/a~1b/~0/3")).contains("true");
        assertThat(json.at("")).contains(json);
        assertThat(json.at("/a~1b/~0/2")).isEmpty();
        assertThat(json.at("/a~1b/~0/4")).isEmpty();
        assertThat(json.at("/a~1b/~0/01")).isEmpty();
        assertThat(json.at("/a~1b/~0/0/x")).isEmpty();
        assertThat(json.text("/a~1b")).isEmpty();
        assertThat(json.items("/a~1b/~0")).hasSize(4);
        assertThat(json.items("/nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "{} {}", "[1,]", "nul", "{\"a\":}"})
    void whatIsNotOneValueIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void aDocumentWithoutBottomIsRefused() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(IOException.class);
    }
}
