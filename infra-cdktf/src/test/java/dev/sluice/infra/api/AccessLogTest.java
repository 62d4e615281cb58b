package dev.sluice.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.infra.cost.Footprint;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gateway's line. */
class AccessLogTest {

    /** As the gateway writes them of an accepted transaction. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("$context.requestTime", "04/May/2026:10:16:00 +0000"),
            Map.entry("$context.requestId", "f4d9c2ab-7e31-4bcd-a95e-0badcafe1dea"),
            Map.entry("$context.xrayTraceId", "1-6819ea5f-3bfa8ed1c0de4f00dbeadcab"),
            Map.entry("$context.httpMethod", "POST"),
            Map.entry("$context.resourcePath", "/webhook/{source}"),
            Map.entry("$context.status", "202"),
            Map.entry("$context.error.responseType", "-"),
            Map.entry("$context.identity.apiKeyId", "a1b2c3d4e5"),
            Map.entry("$context.responseLength", "110"),
            Map.entry("$context.responseLatency", "19"),
            Map.entry("$context.integrationLatency", "17"));

    @Test
    void itsLineOfAUsualRequestIsNoLongerThanTheCostModelTakesItToBe() {
        var line = AccessLog.FORMAT;
        for (var value : USUAL.entrySet()) {
            assertThat(line).contains(value.getKey());
            line = line.replace(value.getKey(), value.getValue());
        }

        assertThat(line).doesNotContain("$");
        // CloudWatch adds 26 bytes to each entry.
        assertThat(26 + line.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(300, Footprint.COUNTED.accessLogBytes().intValueExact());
    }
}
