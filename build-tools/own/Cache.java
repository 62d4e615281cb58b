import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * A cache of classes, the same bytes from the same list. The JVM's own way ({@code -XX:AOTCacheOutput}) keeps what its compilers
 * learned as well, which is another thing each time; where only C1 compiles, as here, a start has no use for it.
 *
 * <p>What a dump leaves that is of its moment are the times in soft references, which the JVM's clock gave them. They are put to 0.
 */
final class Cache {

    private static final int LENGTH_OF_HEADER = 12;
    private static final int CHECKED_FROM = 16;

    /** Of the entry that tells where in the file a part of the cache lies: its sum is the first in it. */
    private static final int IS_HEAP = 12;

    private static final int OFFSET = 24;
    private static final int LEAST = 3;
    private static final int LENGTH = 40;

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
        long from = now();
        task.run(command, list.resolveSibling("dump.log"));
        Files.write(file, settled(Files.readAllBytes(file), from, now()));
        return file;
    }

    /** In the unit of soft references, by the clock that they go by. */
    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private static byte[] settled(byte[] bytes, long from, long to) {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = all.getInt(LENGTH_OF_HEADER);
        if (all.getInt(4) != sum(bytes, CHECKED_FROM, header - CHECKED_FROM)) {
            throw new IllegalStateException("the JVM writes the header of a cache in another way than JDK 25 does");
        }
        int heap = heap(all, header);
        int start = (int) all.getLong(heap + OFFSET);
        int length = (int) all.getLong(heap + LENGTH);
        Map<Long, Integer> times = new HashMap<>();
        for (int at = start; at + 8 <= start + length; at += 8) {
            long value = all.getLong(at);
            if (value >= from && value <= to) {
                times.merge(value, 1, Integer::sum);
            }
        }
        // Their clock stands still between two collections: a time is what many of them have, and a number that
        // happens to look like one is alone.
        times.values().removeIf(often -> often < LEAST);
        for (int at = start; at + 8 <= start + length; at += 8) {
            long value = all.getLong(at);
            if (times.containsKey(value) || (value >= from && value <= to && isLastOfItsObject(all, at))) {
                all.putLong(at, 0);
            }
        }
        all.putInt(heap, sum(bytes, start, length));
        all.putInt(4, sum(bytes, CHECKED_FROM, header - CHECKED_FROM));
        return bytes;
    }

    /** As that clock itself is of its class: behind it another object begins, unlocked and without a hash. */
    private static boolean isLastOfItsObject(ByteBuffer all, int at) {
        return at + 16 <= all.capacity() && all.getLong(at + 8) == 1;
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
