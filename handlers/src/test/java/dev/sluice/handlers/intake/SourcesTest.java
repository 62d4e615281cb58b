package dev.sluice.handlers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.transaction.TransactionType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    @Test
    void aSourceStatesItsZoneItsAgeAndItsLimits() throws IOException {
        var sources = read("""
                {"default": {"zone": "Europe/London"},
                 "shop": {"zone": "Asia/Tokyo", "longestAge": "P30D",
                          "limits": [{"type": "payment", "currency": "JPY", "most": "100000"}]}}""");

        assertThat(sources.find("nobody")).isEmpty();
        assertThat(sources.find("default").orElseThrow().policy().longestAge()).isEmpty();
        var shop = sources.find("shop").orElseThrow().policy();
        assertThat(shop.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(shop.longestAge()).contains(Duration.ofDays(30));
        var yen = Currency.of("JPY").orElseThrow();
        assertThat(shop.limits()
                        .forOne(TransactionType.PAYMENT, yen)
                        .orElseThrow()
                        .minor())
                .isEqualTo(100_000);
        assertThat(shop.limits().forOne(TransactionType.REFUND, yen)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Shop\": {\"zone\": \"UTC\"}}|a name is",
                "{\"shop\": {}}|zone is an IANA time zone",
                "{\"shop\": {\"zone\": \"Mars/Base\"}}|zone is an IANA time zone",
                "{\"shop\": 1}|'shop' is to be an object",
                "{\"shop\": {\"zone\": \"UTC\", \"age\": 1}}|'age' is no setting",
                "{\"shop\": {\"zone\": \"UTC\", \"longestAge\": \"30\"}}|longestAge is a positive",
                "{\"shop\": {\"zone\": \"UTC\", \"longestAge\": \"-P1D\"}}|longestAge is a positive",
                "{\"shop\": {\"zone\": \"UTC\", \"limits\": [1]}}|limit 1: is an object",
                "{\"shop\": {\"zone\": \"UTC\", \"limits\": [{\"type\": \"gift\"}]}}|type is a transaction's",
                "{\"shop\": {\"zone\": \"UTC\", \"limits\": [{\"type\": \"fee\", \"currency\": \"XXX\"}]}}|currency is an",
                "{\"shop\": {\"zone\": \"UTC\", \"limits\": [{\"type\": \"fee\", \"currency\": \"GBP\", \"most\": \"0.001\"}]}}|most is a positive",
                "{\"shop\": {\"zone\": \"UTC\", \"limits\": [{\"type\": \"fee\", \"currency\": \"GBP\", \"most\": \"x\"}]}}|most is a positive",
                "{\"shop\"|not valid JSON"
            })
    void aWrongSettingIsNamedWithWhatItShouldBe(String json, String sentence) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static Sources read(String json) throws IOException {
        return Sources.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
