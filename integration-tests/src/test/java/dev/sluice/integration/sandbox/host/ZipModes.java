package dev.sluice.integration.sandbox.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** Which files of an archive are programs: in its directory alone, which Java's streams do not read (APPNOTE 6.3.10, 4.3.12). */
final class ZipModes {

    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int LENGTH_OF_END = 22;
    private static final int LENGTH_OF_ENTRY = 46;
    private static final int MADE_ON_UNIX = 3;
    private static final int EXECUTABLE = 0x40;

    private ZipModes() {}

    /** Their names; none where it was not made for a system that knows programs by their mode. */
    static Set<String> programs(byte[] archive) {
        var zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        var end = archive.length - LENGTH_OF_END;
        var programs = new TreeSet<String>();
        var at = zip.getInt(end + 16);
        while (at < end && zip.getInt(at) == DIRECTORY_ENTRY) {
            var length = zip.getShort(at + 28);
            if (zip.get(at + 5) == MADE_ON_UNIX && ((zip.getInt(at + 38) >>> 16) & EXECUTABLE) != 0) {
                programs.add(new String(archive, at + LENGTH_OF_ENTRY, length, StandardCharsets.UTF_8));
            }
            at += LENGTH_OF_ENTRY + length + zip.getShort(at + 30) + zip.getShort(at + 32);
        }
        return programs;
    }
}
