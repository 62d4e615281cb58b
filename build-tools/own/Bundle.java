import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Zip archives (PKWARE, APPNOTE 6.3.10) with what the JDK's own leave out and Lambda needs: modes, and a time that is the same
 * wherever it is read.
 */
final class Bundle {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short UNIX = 3 << 8 | VERSION;
    private static final short UTF_8 = 1 << 11;
    private static final short DEFLATED = 8;
    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;

    /** The field of Info-ZIP for a time in seconds since 1970, beside the zip's own, which is in nobody's zone. */
    private static final short UNIX_TIME = 0x5455;

    private Bundle() {}

    /** A file as it lies in an archive. */
    record Packed(String name, boolean program, int size, int sum, byte[] deflated) {

        static Packed of(String name, boolean program, byte[] bytes) {
            var crc = new CRC32();
            crc.update(bytes);
            var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            try {
                deflater.setInput(bytes);
                deflater.finish();
                var out = new ByteArrayOutputStream(bytes.length / 2);
                byte[] part = new byte[1 << 16];
                while (!deflater.finished()) {
                    out.write(part, 0, deflater.deflate(part));
                }
                return new Packed(name, program, bytes.length, (int) crc.getValue(), out.toByteArray());
            } finally {
                deflater.end();
            }
        }
    }

    /** The files of a folder in their order. */
    static List<Packed> packed(Path folder, String under) throws IOException {
        List<Packed> packed = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                packed.add(
                        Packed.of(under + folder.relativize(file), Files.isExecutable(file), Files.readAllBytes(file)));
            }
        }
        return packed;
    }

    static byte[] zipped(List<Packed> files, Instant time) {
        var out = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        for (Packed file : files) {
            byte[] name = file.name().getBytes(StandardCharsets.UTF_8);
            byte[] common = common(file, name, time);
            byte[] extra = little(9)
                    .putShort(UNIX_TIME)
                    .putShort((short) 5)
                    .put((byte) 1)
                    .putInt((int) time.getEpochSecond())
                    .array();
            directory.writeBytes(little(6).putInt(CENTRAL).putShort(UNIX).array());
            directory.writeBytes(common);
            // No comment, the first disk, nothing said of text; mode; where the file is.
            directory.writeBytes(little(14)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt((file.program() ? PROGRAM : FILE) << 16)
                    .putInt(out.size())
                    .array());
            directory.writeBytes(name);
            directory.writeBytes(extra);
            out.writeBytes(little(4).putInt(LOCAL).array());
            out.writeBytes(common);
            out.writeBytes(name);
            out.writeBytes(extra);
            out.writeBytes(file.deflated());
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(little(22)
                .putInt(END)
                .putInt(0)
                .putShort((short) files.size())
                .putShort((short) files.size())
                .putInt(directory.size())
                .putInt(start)
                .putShort((short) 0)
                .array());
        return out.toByteArray();
    }

    /** What is said of a file beside it as well as in the directory. */
    private static byte[] common(Packed file, byte[] name, Instant time) {
        var at = time.atOffset(ZoneOffset.UTC);
        int day = at.getYear() - 1980 << 9 | at.getMonthValue() << 5 | at.getDayOfMonth();
        int clock = at.getHour() << 11 | at.getMinute() << 5 | at.getSecond() / 2;
        return little(26)
                .putShort(VERSION)
                .putShort(UTF_8)
                .putShort(DEFLATED)
                .putShort((short) clock)
                .putShort((short) day)
                .putInt(file.sum())
                .putInt(file.deflated().length)
                .putInt(file.size())
                .putShort((short) name.length)
                .putShort((short) 9)
                .array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
