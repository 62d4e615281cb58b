package dev.sluice.handlers.enriching;

import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;

/** Reads a risk policy as it is configured: a JSON object that names the settings which differ from the defaults. */
public final class RiskSettings {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private RiskSettings() {}

    /**
     * Reads the settings, such as {@code {"flag_at": 50, "velocity_1h.points": 30}}.
     *
     * @throws IllegalArgumentException naming the setting that is wrong, and what it should be
     */
    public static RiskPolicy read(InputStream json) throws IOException {
        var policy = RiskPolicy.standard();
        for (var setting :
                Fields.parse(READER, json.readAllBytes()).group().members().entrySet()) {
            if (!(setting.getValue() instanceof Written.Numeral number)) {
                throw new IllegalArgumentException("risk setting '" + setting.getKey() + "' is a number");
            }
            policy = policy.with(setting.getKey(), new BigDecimal(number.literal()));
        }
        return policy;
    }
}
