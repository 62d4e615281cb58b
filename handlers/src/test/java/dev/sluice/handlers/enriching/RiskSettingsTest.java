package dev.sluice.handlers.enriching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.risk.RiskPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskSettingsTest {

    @Test
    void anEmptyObjectIsTheStandardPolicy() throws IOException {
        assertThat(read("{}")).isEqualTo(RiskPolicy.standard());
    }

    @Test
    void whatIsNamedDiffersAndNothingElse() throws IOException {
        assertThat(read("{\"flag_at\": 55}")).isEqualTo(RiskPolicy.standard().with("flag_at", new BigDecimal(55)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"flag_at\": \"55\"}|risk setting 'flag_at' is a number",
                "{\"flagAt\": 55}|there is no risk setting flagAt",
                "{\"flag_at\": 101}|the risk setting flag_at is",
                "[]|the document is not a JSON object",
            })
    void whatIsWrongIsNamed(String written, String message) {
        assertThatThrownBy(() -> read(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static RiskPolicy read(String json) throws IOException {
        return RiskSettings.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
