package dev.sluice.integration.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Function;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * A function's archive as it is deployed.
 *
 * @param file where it lies
 * @param contents of the archive, by name, in its order
 * @param names of what is in the jar, in its order
 * @param classes of the jar in it, by binary name
 * @param resources of the jar in it, by name
 */
record Archive(
        Path file,
        Map<String, byte[]> contents,
        List<String> names,
        Map<String, byte[]> classes,
        Map<String, byte[]> resources) {

    /** Where each module's build puts those of its functions. */
    private static final List<Path> FOLDERS = Stream.of("handlers", "compliance")
            .map(module -> Path.of("..", module, "target", "functions")
                    .toAbsolutePath()
                    .normalize())
            .toList();

    private static final String CLASS = ".class";

    static Archive of(Function function) {
        var files = FOLDERS.stream()
                .map(folder -> folder.resolve(function.name() + ".zip"))
                .filter(Files::exists)
                .toList();
        assertThat(files)
                .as(function.name() + ".zip is built by the package phase of one module among " + FOLDERS
                        + ", unless it is told -Dfunctions=off")
                .hasSize(1);
        var file = files.getFirst();
        try (var in = Files.newInputStream(file)) {
            var contents = unzipped(in);
            var jar = unzipped(new ByteArrayInputStream(contents.getOrDefault(jarOf(function), new byte[0])));
            return new Archive(file, contents, List.copyOf(jar.keySet()), sorted(jar, true), sorted(jar, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one file that the function's archive holds. */
    static String jarOf(Function function) {
        return "lib/" + function.name() + ".jar";
    }

    long bytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> packages() {
        return classes.keySet().stream()
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    String text(String resource) {
        return new String(resources.getOrDefault(resource, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> sorted(Map<String, byte[]> jar, boolean classes) {
        var found = new LinkedHashMap<String, byte[]>();
        jar.forEach((name, bytes) -> {
            if (name.endsWith(CLASS) == classes) {
                found.put(
                        classes
                                ? name.substring(0, name.length() - CLASS.length())
                                        .replace('/', '.')
                                : name,
                        bytes);
            }
        });
        return found;
    }

    private static Map<String, byte[]> unzipped(InputStream in) throws IOException {
        var found = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), zip.readAllBytes());
            }
        }
        return found;
    }
}
