import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * A cache of classes, the same bytes from the same list. The JVM's own way ({@code -XX:AOTCacheOutput}) keeps what its compilers
 * learned as well, which is another thing each time; where only C1 compiles, as here, a start has no use for it.
 *
 * <p>What a dump leaves that is of its moment are the times in soft references, which the JVM's clock gave them. They are put to 0.
 * Where they lie is what two dumps differ in: by its value alone a time looks like any reference to an object, and a function whose
 * references were put to 0 crashes.
 */
final class Cache {

    private static final int LENGTH_OF_HEADER = 12;
    private static final int CHECKED_FROM = 16;
    private static final int SUM_OF_HEADER = 4;

    /** Of the entry that tells where in the file a part of the cache lies: its sum is the first in it. */
    private static final int IS_HEAP = 12;

    private static final int OFFSET = 24;
    private static final int LENGTH = 40;

    /** What the JVM wrote, and between which readings of the clock of soft references, in ms. */
    private record Dump(ByteBuffer bytes, long from, long to) {

        boolean wasMadeAt(long value) {
            return from <= value && value <= to;
        }
    }

    private Cache() {}

    /** Writes {@code NAME.aot} into the task's folder. */
    static Path dumped(Task task, Image image, Path list) throws IOException, InterruptedException {
        Path file = task.folder().resolve(task.name() + ".aot");
        List<String> command = new ArrayList<>(List.of(image.java().toString()));
        command.addAll(task.options());
        command.addAll(List.of(
                "-Xshare:dump",
                "-XX:+AOTClassLinking",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + file));
        Path log = list.resolveSibling("dump.log");
        Dump one = dump(task, command, file, log);
        Dump other = dump(task, command, file, log);
        Files.write(file, settled(one, other));
        return file;
    }

    private static Dump dump(Task task, List<String> command, Path file, Path log)
            throws IOException, InterruptedException {
        long from = now();
        task.run(command, log);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        return new Dump(bytes, from, now());
    }

    /** In the unit of soft references, by the clock that they go by. */
    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private static byte[] settled(Dump one, Dump other) {
        int header = header(one.bytes());
        int heap = heap(one.bytes(), header);
        if (header(other.bytes()) != header || heap(other.bytes(), header) != heap) {
            throw new IllegalStateException("two dumps of the same classes are laid out in two ways");
        }
        int start = (int) one.bytes().getLong(heap + OFFSET);
        int length = (int) one.bytes().getLong(heap + LENGTH);
        for (int at = start; at + Long.BYTES <= start + length; at += Long.BYTES) {
            long value = one.bytes().getLong(at);
            long otherValue = other.bytes().getLong(at);
            if (value != otherValue && one.wasMadeAt(value) && other.wasMadeAt(otherValue)) {
                one.bytes().putLong(at, 0);
                other.bytes().putLong(at, 0);
            }
        }
        for (ByteBuffer bytes : List.of(one.bytes(), other.bytes())) {
            bytes.putInt(heap, sum(bytes.array(), start, length));
            bytes.putInt(SUM_OF_HEADER, sum(bytes.array(), CHECKED_FROM, header - CHECKED_FROM));
        }
        int differ = one.bytes().mismatch(other.bytes());
        if (differ >= 0) {
            throw new IllegalStateException("two dumps of the same classes differ at byte " + differ
                    + " in more than the times of soft references");
        }
        return one.bytes().array();
    }

    private static int header(ByteBuffer all) {
        int header = all.getInt(LENGTH_OF_HEADER);
        if (all.getInt(SUM_OF_HEADER) != sum(all.array(), CHECKED_FROM, header - CHECKED_FROM)) {
            throw new IllegalStateException("the JVM writes the header of a cache in another way than JDK 25 does");
        }
        return header;
    }

    /** Where the header tells of the part with the objects: known by its own sum. */
    private static int heap(ByteBuffer all, int header) {
        for (int at = CHECKED_FROM; at + LENGTH + 8 <= header; at += 8) {
            long offset = all.getLong(at + OFFSET);
            long length = all.getLong(at + LENGTH);
            if (all.getInt(at + IS_HEAP) == 1
                    && offset >= header
                    && length > 0
                    && offset + length <= all.capacity()
                    && sum(all.array(), (int) offset, (int) length) == all.getInt(at)) {
                return at;
            }
        }
        throw new IllegalStateException("the JVM lays a cache out in another way than JDK 25 does");
    }

    private static int sum(byte[] bytes, int offset, int length) {
        var crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
