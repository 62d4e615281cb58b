import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Makes the archives of the functions for a runtime of their own ({@code provided.al2023}): the function's jar, AWS's client of
 * the Runtime API, a JDK of what both need, and a cache of their classes as they are once loaded and linked.
 *
 * <p>Run from the root folder on Linux x86_64 with a JDK from 25 on, with the runtime class path of the functions' module as its
 * own, and three arguments: the folder of the archives for the managed runtime, a class path with that client, and the time that
 * every file bears. Does nothing where nothing changed since it last ran.
 */
final class OwnRuntime {

    private static final Path SOURCES = Path.of("build-tools", "own");

    private record Made(String name, long cache, long unpacked, long zip) {}

    private final Path archives;
    private final Path folder;
    private final Path work;
    private final Client client;
    private final Instant time;

    private OwnRuntime(Path archives, Client client, Instant time) {
        this.archives = archives;
        this.folder = archives.resolve("own");
        this.work = archives.resolveSibling("own-work").toAbsolutePath();
        this.client = client;
        this.time = time;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path archives = Path.of(arguments[0]);
        Client client = Client.on(arguments[1]);
        Path mark = archives.resolveSibling("own-made-of.txt");
        String madeOf = fingerprint(archives, client, arguments[2]);
        var own = new OwnRuntime(
                archives, client, OffsetDateTime.parse(arguments[2]).toInstant());
        if (Files.exists(mark) && Files.readString(mark).equals(madeOf) && own.areThere()) {
            return;
        }
        Files.deleteIfExists(mark);
        try {
            own.make();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
        Files.writeString(mark, madeOf);
    }

    private boolean areThere() {
        return Pipeline.BLUEPRINT.functions().stream()
                .allMatch(function -> Files.exists(folder.resolve(function.name() + ".zip")));
    }

    /** One function is rehearsed, which takes what the one before has written, while the archive of that one is made. */
    private void make() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(folder);
        Image image = Image.linked(work.resolve("image"));
        List<Bundle.Packed> runtime = Bundle.packed(image.home(), "runtime/");
        List<Future<Made>> running = new ArrayList<>();
        try (Services services = new Services(Identity.made(work.resolve("services.p12")));
                var pool = Executors.newSingleThreadExecutor()) {
            for (Function function : Pipeline.BLUEPRINT.functions()) {
                Task task = Task.laidOut(function, archives, client, work, time);
                ClassList classes = new Rehearsal(task, image, services).agreed();
                running.add(pool.submit(() -> make(task, image, classes, runtime)));
            }
            for (Future<Made> each : running) {
                Made made = each.get();
                System.out.printf(
                        "%-10s %,10d bytes with a runtime of its own, unpacked %,11d, of which the cache %,10d%n",
                        made.name(), made.zip(), made.unpacked(), made.cache());
            }
        }
    }

    private Made make(Task task, Image image, ClassList classes, List<Bundle.Packed> runtime)
            throws IOException, InterruptedException {
        Path list = classes.writtenTo(task.folder().resolveSibling("classes.txt"));
        Path cache = Cache.dumped(task, image, list);
        List<Bundle.Packed> contents = new ArrayList<>(runtime);
        contents.addAll(Bundle.packed(task.folder(), ""));
        Path zip = folder.resolve(task.name() + ".zip");
        Files.write(zip, Bundle.zipped(contents, time));
        return new Made(
                task.name(),
                Files.size(cache),
                contents.stream().mapToLong(Bundle.Packed::size).sum(),
                Files.size(zip));
    }

    /** Stands for everything that decides what the archives hold. */
    private static String fingerprint(Path archives, Client client, String time) throws IOException {
        MessageDigest all = sha256();
        List.of(System.getProperty("java.runtime.version"), time).forEach(text -> all.update(text.getBytes()));
        List<Path> files = new ArrayList<>(client.jars());
        for (Function function : Pipeline.BLUEPRINT.functions()) {
            files.add(archives.resolve(function.name() + ".zip"));
        }
        try (Stream<Path> sources = Files.list(SOURCES)) {
            sources.sorted().forEach(files::add);
        }
        for (Path file : files) {
            all.update(file.getFileName().toString().getBytes());
            all.update(sha256().digest(Files.readAllBytes(file)));
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** AWS's client of the Runtime API and what it is made with. */
    record Client(List<Path> jars) {

        private static final List<String> NAMES = List.of("aws-lambda-java-", "utils-lite-");

        static Client on(String classPath) {
            List<Path> jars = Stream.of(classPath.split(File.pathSeparator))
                    .map(Path::of)
                    .filter(jar -> NAMES.stream().anyMatch(jar.getFileName().toString()::startsWith))
                    .sorted()
                    .toList();
            if (jars.size() != 4) {
                throw new IllegalStateException("the client is four jars, not " + jars);
            }
            return new Client(jars);
        }
    }
}
