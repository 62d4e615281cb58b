package dev.sluice.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A million transactions of {@code dev}, computed with pencil and paper from the prices of each service's page. */
class BillByHandTest {

    private static final Bill BILL = Usage.of(
                    Settings.of(Map.of(Settings.SUFFIX_VARIABLE, Preset.DEV.word())), Examples.ROUND, 1_000_000)
            .of(Line.When.TRANSACTIONS);

    @Test
    void lambda() {
        // 3,002,000 invocations at 0.20 a million: 0.6004.
        // The validator 17 ms × 0.5 GB, the processor 15 ms × 0.75 GB, the enricher 59 ms × 0.75 GB, a million times
        // each;
        // the notifier 68 ms × 0.5 GB, two thousand times: 8,500 + 11,250 + 44,250 + 68 GB-seconds at 0.0000133334.
        assertThat(of("Lambda")).isEqualByComparingTo("1.4546442712");
    }

    @Test
    void dynamoDb() {
        // 26,008,000 writes at 0.625 a million, 40 million reads at 0.125, 3.5 GB at 0.25 + 0.20.
        assertThat(of("DynamoDB")).isEqualByComparingTo("22.83");
    }

    @Test
    void cloudWatch() {
        // 3.002 invocations of 970 bytes: 2.91194 GB at 0.50, and 0.15 of it at 0.03.
        assertThat(of("CloudWatch")).isEqualByComparingTo("1.46907373");
    }

    @Test
    void theOthers() {
        assertThat(of("API Gateway")).isEqualByComparingTo("3.50");
        // 1,002,000 messages at 0.50 a million; 6,000 requests at 0.40; a tenth of 2.002 million traces at 5.00.
        assertThat(of("SNS")).isEqualByComparingTo("0.501");
        assertThat(of("SQS")).isEqualByComparingTo("0.0024");
        assertThat(of("X-Ray")).isEqualByComparingTo("1.001");
    }

    @Test
    void allTogether() {
        assertThat(BILL.dollars()).isEqualByComparingTo("30.7581180012");
    }

    private static BigDecimal of(String product) {
        return new Bill(BILL.lines().stream()
                        .filter(line -> line.price().product().equals(product))
                        .toList())
                .dollars();
    }
}
