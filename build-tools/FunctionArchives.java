import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Use;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the archive that Lambda runs for each function of a blueprint: {@code NAME.zip}, which holds
 * {@code lib/NAME.jar}, which holds what can be reached from the function's entry and nothing else.
 *
 * <p>Run from the root folder, with the runtime class path of the functions' module as its own, and four arguments: which
 * blueprint, {@code pipeline} or {@code compliance}, the folder for the archives, the class path of ProGuard, and the time
 * that every entry bears. Does nothing where nothing changed since it last ran.
 */
final class FunctionArchives {

    private static final Path THIS = Path.of("build-tools", "FunctionArchives.java");
    private static final Path LICENCES = Path.of("build-tools", "licences");
    private static final Path OWN_LICENCE = Path.of("LICENSE");

    /** Modules of the JDK that our classes and the libraries' know; where one is missing, ProGuard says so and fails. */
    private static final List<String> MODULES = List.of("java.base", "java.logging", "java.xml");

    /** Their packages that others may know. What lies behind them is not looked at. */
    private static final List<String> PUBLIC = List.of("java/", "javax/", "org/");

    /** Lambda's runtime brings these, and they have to be its own: left out, but known. */
    private static final String OF_THE_RUNTIME = "aws-lambda-java-core";

    /** By which a function gets at how things are configured: artifacts, and packages of the SDK. */
    private static final Set<String> INSPECTING = Set.of(
            "apigateway",
            "cloudwatch",
            "cloudwatchlogs",
            "config",
            "dynamodb",
            "eventbridge",
            "iam",
            "kms",
            "lambda",
            "resourcegroupstaggingapi",
            "s3",
            "secretsmanager",
            "sns",
            "sqs");

    /** By which a function puts right what can be without harm. */
    private static final Set<String> REPAIRING = Set.of("cloudwatchlogs", "dynamodb", "lambda", "s3", "sns", "sqs");

    /** Every client of AWS among the libraries. */
    private static final Set<String> CLIENTS = INSPECTING;

    private static final String PACKAGE_OF_CLIENTS = "software/amazon/awssdk/services/";

    /** Two JVMs at a time: each keeps a core busy. */
    private static final int AT_A_TIME = 2;

    /**
     * Nothing is renamed and no code is changed: a stack trace reads as ever, and what runs is what was tested. What goes
     * are classes and members that nothing reaches, and attributes that only a debugger or a compiler reads.
     */
    private static final List<String> RULES = List.of(
            "-dontoptimize",
            "-dontnote",
            "-keepnames class ** { *; }",
            "-keeppackagenames **",
            "-keepattributes SourceFile,LineNumberTable,Exceptions,Signature,InnerClasses,EnclosingMethod,Record,"
                    + "PermittedSubclasses,NestHost,NestMembers,RuntimeVisible*",
            // Lambda's runtime hands the trace over through this part of the SDK, by methods that the SDK itself does
            // not call.
            "-keep class software.amazon.awssdk.utilslite.** { *; }",
            // Enum.valueOf and the collections of enums ask for these by name.
            "-keepclassmembers enum * { public static **[] values(); public static ** valueOf(java.lang.String); }",
            // Parts of the SDK that it looks for and does without.
            "-dontwarn software.amazon.awssdk.crt.**,software.amazon.awssdk.crtcore.**",
            // Found by its name: SdkLog says it.
            "-keep class org.slf4j.helpers.NOP_FallbackServiceProvider { <init>(); }",
            // An annotation of IAM's requests, from the module of windows and buttons: nothing reads it as it runs.
            "-dontwarn java.beans.Transient");

    private record Made(String name, int classes, long unpacked, long zip) {}

    /** A folder or a jar of the class path, with its files by name. */
    private record Part(Path where, SortedMap<String, byte[]> files) {

        String name() {
            return where.getFileName().toString().replaceFirst("\\.jar$", "");
        }

        String nameWithoutVersion() {
            return name().replaceFirst("-[0-9].*$", "");
        }

        boolean isOurs() {
            return Files.isDirectory(where) || name().startsWith("sluice-");
        }

        boolean isOfTheRuntime() {
            return name().startsWith(OF_THE_RUNTIME);
        }
    }

    private final Blueprint blueprint;
    private final List<Part> parts;
    private final Path folder;
    private final Path work;
    private final String shrinker;
    private final LocalDateTime time;

    private FunctionArchives(Blueprint blueprint, List<Part> parts, Path folder, String shrinker, LocalDateTime time) {
        this.blueprint = blueprint;
        this.parts = parts;
        this.folder = folder;
        this.work = folder.resolveSibling("functions-work");
        this.shrinker = shrinker;
        this.time = time;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Blueprint blueprint = switch (arguments[0]) {
            case "pipeline" -> Pipeline.BLUEPRINT;
            case "compliance" -> Compliance.BLUEPRINT;
            default -> throw new IllegalArgumentException("no blueprint is called " + arguments[0]);
        };
        Path folder = Path.of(arguments[1]);
        Path mark = folder.resolveSibling("functions-made-of.txt");
        String madeOf = fingerprint(List.of(arguments));
        if (Files.exists(mark) && Files.readString(mark).equals(madeOf) && areThere(blueprint, folder)) {
            return;
        }
        Files.deleteIfExists(mark);
        List<Part> parts = new ArrayList<>();
        for (Path part : classPath()) {
            parts.add(new Part(part, contents(part)));
        }
        try {
            new FunctionArchives(
                            blueprint,
                            parts,
                            folder,
                            arguments[2],
                            OffsetDateTime.parse(arguments[3]).toLocalDateTime())
                    .make();
        } catch (ExecutionException e) {
            System.err.println(e.getCause().getMessage());
            System.exit(1);
        }
        Files.writeString(mark, madeOf);
    }

    private static boolean areThere(Blueprint blueprint, Path folder) {
        return blueprint.functions().stream()
                .allMatch(function -> Files.exists(folder.resolve(function.name() + ".zip")));
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private void make() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(folder);
        Files.createDirectories(work);
        Path jdk = jdk();
        try (var pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Made>> running = new ArrayList<>();
            for (Function function : blueprint.functions()) {
                running.add(pool.submit(() -> make(function, jdk)));
            }
            for (Future<Made> each : running) {
                Made made = each.get();
                System.out.printf(
                        "%-10s %,10d bytes, unpacked %,10d, %,6d classes%n",
                        made.name(), made.zip(), made.unpacked(), made.classes());
            }
        }
    }

    private Path zip(Function function) {
        return folder.resolve(function.name() + ".zip");
    }

    private Made make(Function function, Path jdk) throws IOException, InterruptedException {
        SortedMap<String, byte[]> jar = new TreeMap<>();
        contents(shrunk(function, jdk)).forEach((name, bytes) -> {
            if (name.endsWith(".class")) {
                jar.put(name, bytes);
            }
        });
        int classes = jar.size();
        String entry = function.handler().replace('.', '/') + ".class";
        if (!jar.containsKey(entry)) {
            throw new IllegalStateException(function.name() + ": ProGuard left out its entry, " + function.handler());
        }
        for (String client : unusedClients(function)) {
            names(jar, PACKAGE_OF_CLIENTS + client + "/").ifPresent(holder -> {
                throw new IllegalStateException(function.name() + " reaches " + client
                        + ", which the blueprint does not say that it uses: " + holder);
            });
        }
        addResources(jar);
        jar.put("META-INF/LICENCES.txt", licences(jar).getBytes(StandardCharsets.UTF_8));
        // Not compressed inside: the archive compresses better as a whole.
        byte[] packed = zipped(jar, ZipEntry.STORED);
        Files.write(zip(function), zipped(Map.of("lib/" + function.name() + ".jar", packed), ZipEntry.DEFLATED));
        return new Made(function.name(), classes, packed.length, Files.size(zip(function)));
    }

    /** The clients of services that the function has no use for. */
    private static Set<String> unusedClients(Function function) {
        Set<String> unused = new TreeSet<>(CLIENTS);
        function.uses().forEach(use -> unused.removeAll(clients(use)));
        return unused;
    }

    /** The artifacts and the packages of the SDK by which a function gets at what it uses. */
    private static Set<String> clients(Use use) {
        return switch (use.resource()) {
            case Resource.Table ignored -> Set.of("dynamodb");
            case Resource.Topic ignored -> Set.of("sns");
            case Resource.Queue ignored -> Set.of("sqs");
            case Resource.DeadLetterQueue ignored -> Set.of("sqs");
            case Resource.Secrets ignored -> Set.of("secretsmanager");
            case Resource.Bucket ignored -> Set.of("s3");
            case Resource.Environment ignored -> use.kind() == Use.Kind.REPAIRS ? REPAIRING : INSPECTING;
        };
    }

    /** A class in which that text stands: the names of classes and files that a class knows are text in it. */
    private static Optional<String> names(SortedMap<String, byte[]> jar, String text) {
        return jar.entrySet().stream()
                .filter(each -> new String(each.getValue(), StandardCharsets.ISO_8859_1).contains(text))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Path shrunk(Function function, Path jdk) throws IOException, InterruptedException {
        Path out = work.resolve(function.name() + ".jar");
        Set<String> unused = unusedClients(function);
        List<String> rules = new ArrayList<>(RULES);
        rules.add("-libraryjars " + quoted(jdk));
        for (Part part : parts) {
            if (part.isOfTheRuntime()) {
                rules.add("-libraryjars " + quoted(part.where()));
            } else if (!unused.contains(part.nameWithoutVersion())) {
                rules.add("-injars " + quoted(part.where()) + "(!META-INF/**,!module-info.class,"
                        + replaced(part).map(name -> "!" + name + ",").collect(Collectors.joining()) + "**.class)");
            }
        }
        // ProGuard keeps every implementation of a method that is called, also of a client that nobody makes: what is
        // not used is not shown to it, and is not missed as long as nothing that stays names it.
        unused.forEach(client -> rules.add("-dontwarn " + PACKAGE_OF_CLIENTS.replace('/', '.') + client + ".**"));
        rules.add("-outjars " + quoted(out));
        rules.add("-keep class " + function.handler() + " { public <init>(); public void handleRequest(...); }");
        // A service is made by its name in META-INF/services; it stays where somebody asks for it.
        services()
                .forEach((service, providers) -> providers.forEach(provider ->
                        rules.add("-if class " + service + " -keep class " + provider + " { public <init>(); }")));
        Path written = Files.write(work.resolve(function.name() + ".pro"), rules);
        Path log = work.resolve(function.name() + ".log");
        Files.deleteIfExists(out);
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms512m",
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        shrinker,
                        "proguard.ProGuard",
                        "@" + written)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("ProGuard failed for " + function.name() + ":\n" + Files.readString(log));
        }
        return out;
    }

    /** The classes of a library that one of ours stands in the place of. */
    private Stream<String> replaced(Part part) {
        return part.isOurs()
                ? Stream.empty()
                : part.files().keySet().stream()
                        .filter(name -> name.endsWith(".class"))
                        .filter(name -> parts.stream()
                                .anyMatch(
                                        other -> other.isOurs() && other.files().containsKey(name)));
    }

    private static String quoted(Path file) {
        return "'" + file + "'";
    }

    /** What implements each service that a library declares. */
    private Map<String, List<String>> services() {
        Map<String, List<String>> found = new TreeMap<>();
        for (Part part : parts) {
            part.files().forEach((name, bytes) -> {
                if (name.startsWith("META-INF/services/")) {
                    found.computeIfAbsent(name.substring("META-INF/services/".length()), service -> new ArrayList<>())
                            .addAll(new String(bytes, StandardCharsets.UTF_8)
                                    .lines()
                                    .map(line -> line.replaceFirst("#.*", "").strip())
                                    .filter(line -> !line.isEmpty())
                                    .toList());
                }
            });
        }
        return found;
    }

    /** Adds the services that are left, and every other resource that a class which is left names. */
    private void addResources(SortedMap<String, byte[]> jar) {
        SortedMap<String, byte[]> classes = new TreeMap<>(jar);
        for (Part part : parts) {
            part.files().forEach((name, bytes) -> {
                String file = name.substring(name.lastIndexOf('/') + 1);
                if (!name.endsWith(".class")
                        && !name.startsWith("META-INF/")
                        && !part.isOfTheRuntime()
                        && names(classes, file).isPresent()) {
                    jar.putIfAbsent(name, bytes);
                }
            });
        }
        services().forEach((service, providers) -> {
            List<String> left = providers.stream()
                    .filter(provider -> jar.containsKey(provider.replace('.', '/') + ".class"))
                    .toList();
            if (!left.isEmpty()) {
                jar.put(
                        "META-INF/services/" + service,
                        (String.join("\n", left) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** The licences and notices of everything that is left, each text once. */
    private String licences(SortedMap<String, byte[]> jar) throws IOException {
        Map<String, List<String>> holdersByText = new LinkedHashMap<>();
        holdersByText.put(Files.readString(OWN_LICENCE).strip(), new ArrayList<>(List.of("Sluice")));
        for (Part part : parts) {
            if (part.isOurs()
                    || part.files().keySet().stream().noneMatch(n -> n.endsWith(".class") && jar.containsKey(n))) {
                continue;
            }
            List<String> texts = new ArrayList<>();
            part.files().forEach((name, bytes) -> {
                if (name.matches("META-INF/[^/]*(LICEN[CS]E|NOTICE)[^/]*")) {
                    texts.add(new String(bytes, StandardCharsets.UTF_8));
                }
            });
            Path given = LICENCES.resolve(part.nameWithoutVersion() + ".txt");
            if (Files.exists(given)) {
                texts.add(Files.readString(given));
            }
            if (texts.isEmpty()) {
                throw new IllegalStateException(
                        part.name() + " holds no licence: write what applies to it into " + given);
            }
            texts.forEach(text -> holdersByText
                    .computeIfAbsent(text.strip().replace("\r\n", "\n"), t -> new ArrayList<>())
                    .add(part.name()));
        }
        StringBuilder all =
                new StringBuilder("What each part of this archive stands under. Of every part, what the function"
                        + " does not need was left out.\n");
        holdersByText.forEach((text, holders) -> all.append("\n")
                .append("=".repeat(100))
                .append("\n")
                .append(String.join(", ", holders))
                .append("\n\n")
                .append(text)
                .append("\n"));
        return all.toString();
    }

    /** A folder's or a jar's files by name. */
    private static SortedMap<String, byte[]> contents(Path input) throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        if (Files.isDirectory(input)) {
            try (Stream<Path> files = Files.walk(input)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    found.put(input.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } else {
            try (var zip = new ZipFile(input.toFile())) {
                for (ZipEntry entry : zip.stream()
                        .map(ZipEntry.class::cast)
                        .filter(e -> !e.isDirectory())
                        .toList()) {
                    try (var bytes = zip.getInputStream(entry)) {
                        found.put(entry.getName(), bytes.readAllBytes());
                    }
                }
            }
        }
        return found;
    }

    /** The same bytes from the same contents: in order, at one time, without owner or mode. */
    private byte[] zipped(Map<String, byte[]> contents, int method) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (var each : contents.entrySet()) {
                put(zip, each.getKey(), each.getValue(), method);
            }
        }
        return out.toByteArray();
    }

    private void put(ZipOutputStream zip, String name, byte[] bytes, int method) throws IOException {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setTimeLocal(time);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        if (method == ZipEntry.STORED) {
            entry.setCompressedSize(bytes.length);
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The JDK's own classes as a jar: ProGuard does not read the image in which a JDK keeps them. */
    private Path jdk() throws IOException {
        Path jar = work.resolve("jdk-" + System.getProperty("java.runtime.version") + ".jar");
        if (Files.exists(jar)) {
            return jar;
        }
        Path whole = work.resolve("jdk.part");
        var image = FileSystems.getFileSystem(URI.create("jrt:/"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole));
                var zip = new ZipOutputStream(out)) {
            for (String module : MODULES) {
                Path root = image.getPath("modules", module);
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        String name = root.relativize(file).toString();
                        if (PUBLIC.stream().anyMatch(name::startsWith) && name.endsWith(".class")) {
                            put(zip, name, Files.readAllBytes(file), ZipEntry.STORED);
                        }
                    }
                }
            }
        }
        return Files.move(whole, jar);
    }

    /** Stands for everything that decides what the archives hold. */
    private static String fingerprint(List<String> arguments) throws IOException {
        var all = digest();
        all.update(System.getProperty("java.runtime.version").getBytes(StandardCharsets.UTF_8));
        arguments.forEach(argument -> all.update(argument.getBytes(StandardCharsets.UTF_8)));
        List<Path> roots = new ArrayList<>(List.of(THIS, OWN_LICENCE, LICENCES));
        roots.addAll(classPath());
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    all.update(file.toString().getBytes(StandardCharsets.UTF_8));
                    all.update(digest().digest(Files.readAllBytes(file)));
                }
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
