import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A JDK of the modules that a function needs and no other. */
record Image(Path home) {

    /** What functions and client ask for; the last for the client's signals. */
    private static final String MODULES = "java.base,java.xml,jdk.unsupported";

    static Image linked(Path home) throws IOException {
        clear(home);
        int exit = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException("this Java has no jlink: it is no JDK"))
                .run(
                        System.out,
                        System.err,
                        "--add-modules",
                        MODULES,
                        "--strip-debug",
                        "--no-man-pages",
                        "--no-header-files",
                        "--output",
                        home.toString());
        if (exit != 0) {
            throw new IllegalStateException("jlink failed");
        }
        return new Image(home);
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
