package dev.sluice.console.live;

import static dev.sluice.console.running.Eventually.becomes;
import static dev.sluice.console.running.Sender.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.console.page.Invalid;
import dev.sluice.console.running.Sender;
import dev.sluice.console.running.Watched;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.sqlite.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of what came, and of what was refused, when nobody watches: over HTTP, across a restart. */
class ActivityTest {

    @TempDir
    private Path folder;

    private Watched pipeline;
    private Sender sender;

    @BeforeEach
    void start() {
        pipeline = Watched.start(folder);
        sender = new Sender(pipeline.pipeline().access());
    }

    @AfterEach
    void stop() {
        sender.close();
        pipeline.close();
    }

    private void sendSome() {
        for (var i = 0; i < 4; i++) {
            assertThat(sender.send(payment("t-" + i, "10.00"))).isEqualTo(202);
        }
        assertThat(sender.send(payment("large", "20000.00"))).isEqualTo(202);
        for (var i = 0; i < 3; i++) {
            assertThat(sender.send(payment("w-" + i, "1.23456789"))).isEqualTo(422);
        }
        var unsigned = sender.send("/webhook/4111111111111111", "{}", request -> request.header("webhook-id", "other"));
        assertThat(unsigned).isEqualTo(401);
    }

    private static long sum(Written.Listing numbers) {
        return numbers.items().stream()
                .mapToLong(number -> Long.parseLong(((Written.Numeral) number).literal()))
                .sum();
    }

    private Fields activity(String range) {
        return sender.page("/activity?range=" + range);
    }

    private static long refused(Fields activity) {
        var refused = activity.object("refused");
        return refused.group().members().keySet().stream()
                .mapToLong(code -> sum(refused.listing(code)))
                .sum();
    }

    @Test
    void theLastMinutesAreToldByTheSecond() {
        sendSome();

        var activity = becomes(
                () -> activity("5m"),
                now -> sum(now.listing("accepted")) == 5 && sum(now.listing("flagged")) == 1 && refused(now) == 4);
        assertThat(activity.integer("bucketSeconds")).isEqualTo(1);
        assertThat(activity.listing("times").items()).hasSize(300);
        assertThat(Instant.parse(activity.text("since"))).isBefore(Instant.now());
        assertThat(activity.object("refused").group().members()).containsKeys("unauthorized");
    }

    @ParameterizedTest
    @CsvSource({"1h, 360, 10", "24h, 288, 300", "7d, 168, 3600"})
    void aWeekIsKeptAcrossARestart(String range, int buckets, int seconds) {
        sendSome();
        becomes(() -> sum(activity("5m").listing("flagged")), flagged -> flagged == 1);
        pipeline.close();
        start();

        var activity = activity(range);
        assertThat(activity.integer("bucketSeconds")).isEqualTo(seconds);
        assertThat(activity.listing("times").items()).hasSize(buckets);
        assertThat(activity.listing("accepted").items()).hasSize(buckets);
        assertThat(sum(activity.listing("accepted"))).isEqualTo(5);
        assertThat(sum(activity.listing("flagged"))).isEqualTo(1);
        assertThat(sum(activity.listing("dead"))).isZero();
        assertThat(refused(activity)).isEqualTo(4);
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        var asked = new PageRequest("GET", "/activity", Map.of("range", List.of("2h")), Map.of(), new byte[0]);
        try (var database = Database.inMemory()) {
            var page = new ActivityPage(database, Instant::now, pipeline.watch());

            assertThatThrownBy(() -> page.answer(asked)).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void whatWasRefusedIsToldWithoutAValueAndKeptAcrossARestart() {
        sendSome();
        var before = becomes(() -> sender.text("/refused"), text -> text.contains("\"total\":4"));
        assertThat(before)
                .contains("\"pointer\":\"/amount\"", "\"shape\":\"\\\"9.99999999\\\"\"", "(unknown)")
                .contains("\"count\":3")
                .doesNotContain("23456789", "4111111111111111", "w-1");

        pipeline.close();
        start();

        assertThat(sender.text("/refused")).isEqualTo(before);
    }
}
