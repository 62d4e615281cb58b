package dev.sluice.local;

import static dev.sluice.local.Caller.payment;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very many senders that do nothing, and one that does. */
class ManyConnectionsTest {

    private static final int MANY = 1_000;

    @TempDir
    Path folder;

    @Test
    void oneMoreSenderIsServedBesideAThousandOpenConnections() {
        List<Wire> open = new ArrayList<>();
        try (var pipeline = LocalPipeline.start(folder, 0);
                var caller = new Caller(pipeline.access())) {
            for (var i = 0; i < MANY; i++) {
                var wire = new Wire(pipeline.url());
                open.add(wire);
                // A third says nothing, a third has begun, a third was served and stays.
                switch (i % 3) {
                    case 0 -> wire.send("POST /webhook HTTP/1.1\r\nHost: x\r\n");
                    case 1 -> wire.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
                    default -> assertThat(wire.hasAnswer()).isFalse();
                }
            }

            assertThat(caller.send(payment("one-more", "1.00")).statusCode()).isEqualTo(202);
            Eventually.holds(() -> caller.ask("/transactions/one-more").statusCode() == 200);
            for (var i = 1; i < MANY; i += 3) {
                assertThat(open.get(i).read().status()).isEqualTo(200);
            }
        } finally {
            open.forEach(Wire::close);
        }
    }
}
