package dev.sluice.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.waiting.Deadlines;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedWriterTest {

    private static final int PATIENCE_SECONDS = 20;
    private static final BufferData DATA = BufferData.create("data".getBytes(StandardCharsets.US_ASCII));

    private final Deadlines deadlines = new Deadlines();
    private final CountDownLatch cut = new CountDownLatch(1);

    @AfterEach
    void stop() {
        deadlines.close();
    }

    @Test
    void aWriteThatNobodyReadsEndsWithTheConnection() {
        List<Consumer<DataWriter>> writes = List.of(
                writer -> writer.write(DATA),
                writer -> writer.write(DATA, DATA),
                writer -> writer.writeNow(DATA),
                writer -> writer.writeNow(DATA, DATA),
                DataWriter::flush);
        for (var write : writes) {
            var stuck = new Stuck();
            var watched = new WatchedWriter(stuck, deadlines, Duration.ofMillis(1), stuck.cut::countDown);

            assertThatThrownBy(() -> write.accept(watched)).hasRootCauseInstanceOf(AsynchronousCloseException.class);
        }
    }

    @Test
    void aWriteThatEndsCutsNothing() {
        var written = new ArrayList<String>();
        var watched = new WatchedWriter(new Quick(written), deadlines, Duration.ofSeconds(30), cut::countDown);
        watched.write(DATA);
        watched.writeNow(DATA);
        watched.close();

        assertThat(written).containsExactly("write", "writeNow", "close");
        assertThat(cut.getCount()).isEqualTo(1);
    }

    /** Writes until the connection is cut, as to somebody who reads nothing. */
    private static final class Stuck implements DataWriter {
        private final CountDownLatch cut = new CountDownLatch(1);

        @Override
        public void write(BufferData... buffers) {
            hang();
        }

        @Override
        public void write(BufferData buffer) {
            hang();
        }

        @Override
        public void writeNow(BufferData... buffers) {
            hang();
        }

        @Override
        public void writeNow(BufferData buffer) {
            hang();
        }

        @Override
        public void flush() {
            hang();
        }

        private void hang() {
            try {
                assertThat(cut.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new UncheckedIOException(new AsynchronousCloseException());
        }
    }

    private record Quick(List<String> written) implements DataWriter {
        @Override
        public void write(BufferData... buffers) {
            written.add("write");
        }

        @Override
        public void write(BufferData buffer) {
            written.add("write");
        }

        @Override
        public void writeNow(BufferData... buffers) {
            written.add("writeNow");
        }

        @Override
        public void writeNow(BufferData buffer) {
            written.add("writeNow");
        }

        @Override
        public void close() {
            written.add("close");
        }
    }
}
