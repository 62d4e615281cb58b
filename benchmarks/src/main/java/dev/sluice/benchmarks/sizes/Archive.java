package dev.sluice.benchmarks.sizes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What Lambda is given for a function, in bytes.
 *
 * @param name of the function
 * @param packed as it is uploaded
 * @param unpacked as it lies in the function's folder
 * @param runtime of these, the Java runtime that it brings
 * @param cache of these, what it brings of an earlier start
 */
record Archive(String name, long packed, long unpacked, long runtime, long cache) {

    /** A file that is uploaded as it is. */
    static Archive of(Path zip) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            var entries = archive.stream().filter(entry -> !entry.isDirectory()).toList();
            return new Archive(
                    zip.getFileName().toString().replace(".zip", ""),
                    Files.size(zip),
                    entries.stream().mapToLong(ZipEntry::getSize).sum(),
                    entries.stream()
                            .filter(entry -> entry.getName().startsWith("runtime/"))
                            .mapToLong(ZipEntry::getSize)
                            .sum(),
                    entries.stream()
                            .filter(entry -> entry.getName().endsWith(".aot"))
                            .mapToLong(ZipEntry::getSize)
                            .sum());
        }
    }

    /** A folder as Lambda unpacks it: packed by the default of the format to see what an upload of it takes. */
    static Archive ofFolder(String name, Path folder) throws IOException {
        var packed = new Counting();
        var unpacked = 0L;
        try (var zip = new ZipOutputStream(packed);
                var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                unpacked += Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return new Archive(name, packed.bytes, unpacked, 0, 0);
    }

    /** Keeps nothing: peers are tens of megabytes. */
    private static final class Counting extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
