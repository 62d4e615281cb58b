import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a cache is made of, in an order of its own: the classes that a rehearsal loaded, the lambdas it linked, and for each class
 * everything in its constant pool that can be resolved beforehand.
 *
 * <p>The JVM's own list says which of those constants the rehearsal came by, and that depends on the time of day (a minute below
 * ten is padded) and on chance. All of them are about a twentieth more of the cache and cost a start nothing.
 */
record ClassList(SortedSet<String> classes, SortedSet<String> links, List<Path> jars) {

    static ClassList of(Path loaded, List<Path> jars) throws IOException {
        SortedSet<String> classes = new TreeSet<>();
        SortedSet<String> links = new TreeSet<>();
        for (String line : Files.readAllLines(loaded)) {
            if (line.startsWith("@lambda-")) {
                links.add(line);
            } else if (!line.startsWith("#") && !line.startsWith("@")) {
                classes.add(line.replaceFirst(" .*", ""));
            }
        }
        return new ClassList(classes, links, jars);
    }

    /** Whether a call was given up on: it took so long that the SDK made what it throws then. */
    boolean isHurried() {
        return classes.stream().anyMatch(name -> name.matches(".*(Aborted|Timeout)Exception\\$Builder"));
    }

    Path writtenTo(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        classes.forEach(name -> text.append(name).append('\n'));
        links.forEach(link -> text.append(link).append('\n'));
        URL[] urls = jars.stream().map(ClassList::url).toArray(URL[]::new);
        try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            for (String name : classes) {
                constants(name, loader).ifPresent(line -> text.append(line).append('\n'));
            }
        }
        return Files.writeString(file, text);
    }

    private static Optional<String> constants(String name, ClassLoader loader) throws IOException {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            if (in == null) {
                return Optional.empty();
            }
            String indexes = StreamSupport.stream(
                            ClassFile.of()
                                    .parse(in.readAllBytes())
                                    .constantPool()
                                    .spliterator(),
                            false)
                    .filter(ClassList::canBeResolved)
                    .map(entry -> Integer.toString(entry.index()))
                    .collect(Collectors.joining(" "));
            return indexes.isEmpty() ? Optional.empty() : Optional.of("@cp " + name + " " + indexes);
        }
    }

    private static boolean canBeResolved(PoolEntry entry) {
        return entry instanceof ClassEntry || entry instanceof MemberRefEntry || entry instanceof InvokeDynamicEntry;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
