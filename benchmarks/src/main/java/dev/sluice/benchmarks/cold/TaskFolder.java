package dev.sluice.benchmarks.cold;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A function's files as Lambda unpacks them: classes, and jars under {@code lib}. */
record TaskFolder(Path path) {

    private static final String LIBRARIES = "lib";

    /** Unpacks an archive into a folder that is not there yet, with the times and permissions that it names. */
    static TaskFolder unpack(Path archive, Path folder) throws IOException {
        try (var zip = FileSystems.newFileSystem(archive, Map.of("enablePosixFileAttributes", true));
                var files = Files.walk(zip.getPath("/"))) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = folder.resolve(zip.getPath("/").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return new TaskFolder(folder);
    }

    /**
     * All of it as jars: those under {@code lib}, and before them one that is made of the rest, where there is more.
     *
     * @param made where that one is written
     */
    List<Path> asJars(Path made) throws IOException {
        try (var all = Files.walk(path)) {
            var files = all.filter(Files::isRegularFile).sorted().toList();
            var libraries = path.resolve(LIBRARIES);
            var jars = files.stream()
                    .filter(file -> libraries.equals(file.getParent())
                            && file.toString().endsWith(".jar"))
                    .toList();
            var rest = files.stream().filter(file -> !jars.contains(file)).toList();
            if (rest.isEmpty()) {
                return jars;
            }
            try (var jar = new JarOutputStream(Files.newOutputStream(made))) {
                for (var file : rest) {
                    jar.putNextEntry(new ZipEntry(path.relativize(file).toString()));
                    Files.copy(file, jar);
                    jar.closeEntry();
                }
            }
            return Stream.concat(Stream.of(made), jars.stream()).toList();
        }
    }
}
