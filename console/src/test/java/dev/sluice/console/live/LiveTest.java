package dev.sluice.console.live;

import static dev.sluice.console.running.Eventually.becomes;
import static dev.sluice.console.running.Sender.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.running.Sender;
import dev.sluice.console.running.Watched;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a real pipeline while it runs, over HTTP. */
class LiveTest {

    @TempDir
    private Path folder;

    private Watched pipeline;
    private Sender sender;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void start() {
        pipeline = Watched.start(folder);
        sender = new Sender(pipeline.pipeline().access());
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : open) {
            one.close();
        }
        sender.close();
        pipeline.close();
    }

    private Listener listener() {
        var listener = new Listener(pipeline.pipeline().url());
        open.add(listener);
        return listener;
    }

    private static long total(Listener listener, String name) {
        var samples = listener.told("sample");
        return samples.isEmpty() ? -1 : samples.getLast().object("totals").integer(name);
    }

    private static Fields hop(Listener listener, String function) {
        return listener.told("sample").getLast().listing("hops").items().stream()
                .map(hop -> new Fields((Written.Group) hop))
                .filter(hop -> hop.text("function").equals(function))
                .findFirst()
                .orElseThrow();
    }

    private static List<Fields> rows(Listener listener) {
        var latest = listener.told("latest");
        return latest.isEmpty()
                ? List.of()
                : latest.getLast().listing("rows").items().stream()
                        .map(row -> new Fields((Written.Group) row))
                        .toList();
    }

    @Test
    void whoeverComesIsToldAtOnceHowThingsStand() {
        var listener = listener();

        assertThat(listener.response().statusCode()).isEqualTo(200);
        assertThat(listener.response().headers().firstValue("content-type")).contains("text/event-stream");
        assertThat(listener.response().headers().firstValue("cache-control")).contains("no-store");
        becomes(() -> listener.told("sample").size(), told -> told > 0);
        becomes(() -> listener.told("latest").size(), told -> told > 0);
        assertThat(total(listener, "stored")).isZero();
        assertThat(rows(listener)).isEmpty();
    }

    @Test
    void whatIsSentIsCountedAtEachHopAndInEachSecond() {
        var listener = listener();
        becomes(() -> listener.told("sample").size(), told -> told > 0);
        for (var i = 0; i < 5; i++) {
            assertThat(sender.send(payment("t-" + i, "10.00"))).isEqualTo(202);
        }
        assertThat(sender.send(payment("large", "20000.00"))).isEqualTo(202);
        assertThat(sender.send(payment("wrong", "1.234"))).isEqualTo(422);

        becomes(() -> total(listener, "alerts"), alerts -> alerts > 0);
        becomes(() -> total(listener, "waiting"), waiting -> waiting == 0);
        assertThat(total(listener, "stored")).isEqualTo(6);
        assertThat(total(listener, "enriched")).isEqualTo(6);
        assertThat(total(listener, "flagged")).isEqualTo(1);
        assertThat(hop(listener, "validator").integer("done")).isEqualTo(6);
        assertThat(hop(listener, "processor").integer("done")).isEqualTo(6);
        assertThat(hop(listener, "enricher").integer("done")).isEqualTo(6);
        assertThat(hop(listener, "notifier").integer("done")).isEqualTo(total(listener, "alerts"));
        assertThat(seconds(listener, "accepted")).isEqualTo(6);
        assertThat(seconds(listener, "flagged")).isEqualTo(1);
        assertThat(refusedSeconds(listener)).isEqualTo(1);
    }

    private static long seconds(Listener listener, String kind) {
        return listener.told("sample").stream()
                .mapToLong(sample -> sample.object("second").integer(kind))
                .sum();
    }

    private static long refusedSeconds(Listener listener) {
        return listener.told("sample").stream()
                .map(sample -> sample.object("second").object("refused"))
                .filter(refused -> !refused.group().members().isEmpty())
                .count();
    }

    @Test
    void theLatestAreToldAgainWhenTheirStatusChanges() {
        var listener = listener();
        assertThat(sender.send(payment("t-1", "20000.00"))).isEqualTo(202);

        becomes(
                () -> rows(listener),
                rows -> rows.size() == 1 && rows.getFirst().text("status").equals("notified"));
        var told = listener.told("latest").size();
        var samples = listener.told("sample").size();
        becomes(() -> listener.told("sample").size(), now -> now >= samples + 2);
        assertThat(listener.told("latest")).hasSize(told);
    }

    @Test
    void othersMayTellSomethingToo() {
        var listener = listener();
        becomes(() -> listener.told("sample").size(), told -> told > 0);

        pipeline.watch().tell("redrive", json -> json.writeStringField("id", "r-1"));

        assertThat(becomes(() -> listener.told("redrive"), told -> !told.isEmpty())
                        .getFirst()
                        .text("id"))
                .isEqualTo("r-1");
    }

    @Test
    void whoeverDoesNotReadHoldsUpNobody() throws IOException {
        var url = pipeline.pipeline().url();
        for (var i = 0; i < 5; i++) {
            var socket = new Socket(url.getHost(), url.getPort());
            open.add(socket);
            socket.setReceiveBufferSize(1_024);
            socket.getOutputStream().write("GET /live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        var listener = listener();
        becomes(() -> listener.told("sample").size(), told -> told > 0);

        // Far more than the buffers on the way hold.
        for (var i = 0; i < 500; i++) {
            pipeline.watch().tell("redrive", json -> json.writeStringField("text", "x".repeat(100_000)));
        }
        pipeline.watch().tell("last", json -> json.writeStringField("id", "end"));

        becomes(() -> listener.told("last"), told -> !told.isEmpty());
        var samples = listener.told("sample").size();
        becomes(() -> listener.told("sample").size(), now -> now >= samples + 2);
    }

    @Test
    void onlySoManyMayWatchAndWhoeverLeavesMakesRoom() {
        var all = new ArrayList<Listener>();
        for (var i = 0; i < Viewers.MOST; i++) {
            all.add(listener());
        }
        all.forEach(one -> becomes(() -> one.told("sample").size(), told -> told > 0));

        assertThat(sender.text("/live")).contains("\"status\":503");

        all.getFirst().close();
        becomes(() -> listener().response().statusCode(), status -> status == 200);
    }

    @Test
    void allIsOverOnceItIsClosedAndThePipelineGoesOn() {
        var listener = listener();
        becomes(() -> listener.told("sample").size(), told -> told > 0);

        pipeline.closeWatch();

        becomes(listener::isOver, over -> over);
        assertThat(sender.text("/live")).contains("\"status\":503");
        assertThat(sender.send(payment("t-1", "10.00"))).isEqualTo(202);
    }

    @Test
    void whatWasThereBeforeTheStartDoesNotComeAgain() {
        assertThat(sender.send(payment("t-1", "20000.00"))).isEqualTo(202);
        var first = listener();
        becomes(() -> total(first, "alerts"), alerts -> alerts > 0);
        pipeline.close();

        pipeline = Watched.start(folder);
        var listener = listener();

        becomes(() -> listener.told("latest").size(), told -> told > 0);
        assertThat(total(listener, "stored")).isEqualTo(1);
        assertThat(hop(listener, "validator").integer("done")).isEqualTo(1);
        assertThat(seconds(listener, "flagged")).isZero();
        assertThat(rows(listener)).extracting(row -> row.text("id")).containsExactly("t-1");
    }
}
