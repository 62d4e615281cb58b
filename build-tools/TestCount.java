import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Counts the tests that ran in this build, module by module, and fails where a module ran fewer than it must.
 *
 * <p>Run by the last module of the build from the root folder, with arguments {@code name=value}:
 *
 * <ul>
 *   <li>{@code started}: when the build started (ISO instant); older reports belong to another build
 *   <li>{@code modules}: Maven's list of the modules in this build
 *   <li>{@code only}: the test that somebody asked for with {@code -Dtest}; nothing is required then
 *   <li>{@code note}: what this build could not check, repeated here so that nobody misses it
 * </ul>
 */
final class TestCount {

    private static final Path MINIMUMS = Path.of("build-tools", "test-minimums.txt");
    private static final Pattern MODULE = Pattern.compile("dev\\.sluice:sluice-([a-z-]+):");

    private record Minimum(int properties, int examples) {}

    private record Count(int properties, int examples, int failed, int skipped) {
        Count plus(Count other) {
            return new Count(
                    properties + other.properties,
                    examples + other.examples,
                    failed + other.failed,
                    skipped + other.skipped);
        }

        int passed() {
            return properties + examples - failed;
        }

        String row(String name) {
            return String.format(
                    "%-20s %10d %10d %10d %10d %10d",
                    name, properties, examples, properties + examples, failed, skipped);
        }
    }

    private TestCount() {}

    public static void main(String[] arguments) throws IOException, XMLStreamException {
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            // What Maven could not resolve stays as it was written.
            given.put(pair[0], pair[1].startsWith("${") ? "" : pair[1]);
        }
        Instant started = Instant.parse(given.get("started"));
        boolean everythingMustRun = given.get("only").isEmpty();

        List<String> complaints = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Count all = new Count(0, 0, 0, 0);

        System.out.printf(
                "%n%-20s %10s %10s %10s %10s %10s%n", "module", "properties", "examples", "ran", "failed", "skipped");
        Set<String> modules = modulesOfThisBuild(given.get("modules"));
        Map<String, Minimum> minimums = minimums();
        for (var entry : minimums.entrySet()) {
            String module = entry.getKey();
            Path folder = Path.of(module);
            if (!modules.contains(module)) {
                System.out.printf("%-20s not in this build%n", module);
                continue;
            }
            Path reason = folder.resolve("target").resolve("tests-skipped.txt");
            if (isOfThisBuild(reason, started)) {
                String why = Files.readString(reason).strip();
                System.out.printf("%-20s SKIPPED: %s%n", module, why);
                notes.add("SKIPPED: every test of " + module + " (" + why + ")");
                continue;
            }
            Path someMissing = folder.resolve("target").resolve("tests-partly-skipped.txt");
            boolean isWhole = !isOfThisBuild(someMissing, started);
            if (!isWhole) {
                notes.add("SKIPPED: some tests of " + module + " ("
                        + Files.readString(someMissing).strip() + ")");
            }
            Count count = countOf(folder, started);
            all = all.plus(count);
            System.out.println(count.row(module));
            if (everythingMustRun && isWhole) {
                complaints.addAll(shortfalls(module, count, entry.getValue()));
            }
        }
        for (String module : modules) {
            if (Files.isDirectory(Path.of(module, "src", "test")) && !minimums.containsKey(module)) {
                complaints.add(module + " has tests and no line in " + MINIMUMS + ".");
            }
        }
        System.out.println(all.row("all"));
        if (!given.get("note").isEmpty()) {
            notes.add(given.get("note"));
        }
        notes.forEach(System.out::println);
        System.out.printf("%d passed, %d failed, %d skipped%n%n", all.passed(), all.failed(), all.skipped());

        if (!complaints.isEmpty()) {
            complaints.forEach(System.err::println);
            System.exit(1);
        }
    }

    private static List<String> shortfalls(String module, Count count, Minimum minimum) {
        List<String> found = new ArrayList<>();
        if (count.properties() < minimum.properties()) {
            found.add(module + " ran " + count.properties() + " properties, at least " + minimum.properties()
                    + " must run (" + MINIMUMS + ").");
        }
        if (count.examples() < minimum.examples()) {
            found.add(module + " ran " + count.examples() + " examples, at least " + minimum.examples() + " must run ("
                    + MINIMUMS + ").");
        }
        return found;
    }

    private static Map<String, Minimum> minimums() throws IOException {
        Map<String, Minimum> byModule = new LinkedHashMap<>();
        for (String line : Files.readAllLines(MINIMUMS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields = line.strip().split("\\s+");
                byModule.put(fields[0], new Minimum(Integer.parseInt(fields[1]), Integer.parseInt(fields[2])));
            }
        }
        return byModule;
    }

    private static Set<String> modulesOfThisBuild(String mavensList) {
        TreeSet<String> names = new TreeSet<>();
        MODULE.matcher(mavensList).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    private static boolean isOfThisBuild(Path file, Instant started) throws IOException {
        return Files.exists(file)
                && !Files.getLastModifiedTime(file).toInstant().isBefore(started);
    }

    private static Count countOf(Path module, Instant started) throws IOException, XMLStreamException {
        Count count = new Count(0, 0, 0, 0);
        Path reports = module.resolve("target").resolve("surefire-reports");
        if (!Files.isDirectory(reports)) {
            return count;
        }
        try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
            for (Path report : files) {
                if (isOfThisBuild(report, started)) {
                    count = count.plus(read(report));
                }
            }
        }
        return count;
    }

    /** Reads the numbers that surefire wrote for one class: it counts skipped tests among all tests, here they are not. */
    private static Count read(Path report) throws IOException, XMLStreamException {
        try (var bytes = Files.newInputStream(report)) {
            XMLInputFactory factory = XMLInputFactory.newInstance();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                // on to the root element, which holds all the numbers
            }
            int skipped = number(xml, "skipped");
            int failed = number(xml, "failures") + number(xml, "errors");
            int ran = number(xml, "tests") - skipped;
            String outermost = xml.getAttributeValue(null, "name").replaceFirst("\\$.*", "");
            boolean isProperties = outermost.endsWith("Properties");
            return new Count(isProperties ? ran : 0, isProperties ? 0 : ran, failed, skipped);
        }
    }

    private static int number(XMLStreamReader xml, String attribute) {
        return Integer.parseInt(xml.getAttributeValue(null, attribute));
    }
}
