package dev.sluice.local.http;

import dev.sluice.local.waiting.Deadlines;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.time.Duration;

/** Writes that end: who does not read what is answered loses the connection, not only the answer. */
final class WatchedWriter implements DataWriter {

    private final DataWriter writer;
    private final Deadlines deadlines;
    private final Duration longest;
    private final Runnable cut;

    /**
     * @param longest how long one write may take
     * @param cut ends the connection, and with it the write
     */
    WatchedWriter(DataWriter writer, Deadlines deadlines, Duration longest, Runnable cut) {
        this.writer = writer;
        this.deadlines = deadlines;
        this.longest = longest;
        this.cut = cut;
    }

    @Override
    public void write(BufferData... buffers) {
        inTime(() -> writer.write(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        inTime(() -> writer.write(buffer));
    }

    @Override
    public void writeNow(BufferData... buffers) {
        inTime(() -> writer.writeNow(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        inTime(() -> writer.writeNow(buffer));
    }

    @Override
    public void flush() {
        inTime(writer::flush);
    }

    @Override
    public void close() {
        writer.close();
    }

    private void inTime(Runnable write) {
        var deadline = deadlines.in(longest, cut);
        try {
            write.run();
        } finally {
            deadline.close();
        }
    }
}
