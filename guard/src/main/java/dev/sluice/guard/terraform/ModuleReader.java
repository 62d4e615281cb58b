package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.Json;
import dev.sluice.guard.json.JsonReader;
import dev.sluice.guard.json.NotJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Reads a folder of Terraform. A file that cannot be read is told, and the others are read all the same. */
final class ModuleReader {

    /** No file that somebody wrote is as long; what a tool wrote is JSON, and read as it comes. */
    private static final long LONGEST_HCL = 8_000_000;

    private final ParsedAhead hcl;
    private final UnaryOperator<Path> shown;
    private final Map<Path, Module> read = new HashMap<>();

    /**
     * A reader that remembers what it has read.
     *
     * @param hcl for <code>.tf</code> files
     * @param shown how a file is named to those who asked
     */
    ModuleReader(HclParser hcl, UnaryOperator<Path> shown) {
        this.hcl = new ParsedAhead(hcl);
        this.shown = shown;
    }

    /** Whether a file is Terraform's. */
    static boolean isTerraform(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".tf") || name.endsWith(".tf.json");
    }

    /** All of a folder. */
    Module folder(Path folder) throws IOException {
        var key = folder.toAbsolutePath().normalize();
        var known = read.get(key);
        if (known != null) {
            return known;
        }
        var files = filesOf(folder);
        var module = files(folder, files);
        read.put(key, module);
        ahead(calledBy(folder, module));
        return module;
    }

    /** Has the <code>.tf</code> files of these folders parsed, all at once. */
    void ahead(Collection<Path> folders) {
        var all = new ArrayList<Path>();
        for (var folder : folders) {
            try {
                if (Files.isDirectory(folder)) {
                    filesOf(folder).stream()
                            .filter(file -> !file.getFileName().toString().endsWith(".json"))
                            .filter(ModuleReader::isShort)
                            .forEach(all::add);
                }
            } catch (IOException saidLater) {
                // Whoever opens it says why it cannot be.
            }
        }
        hcl.ahead(all);
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file) && isOfAModule(file))
                    .sorted()
                    .toList();
        }
    }

    /** The folders of the modules of this tree that a module calls, as far as it writes them out. */
    private static List<Path> calledBy(Path folder, Module module) {
        return module.calls().values().stream()
                .flatMap(block -> block.body().get("source").map(Unworked::of).flatMap(Value::asText).stream())
                .filter(source -> source.startsWith("./") || source.startsWith("../"))
                .flatMap(source -> resolved(folder, source).stream())
                .toList();
    }

    private static Optional<Path> resolved(Path folder, String source) {
        try {
            return Optional.of(folder.resolve(source).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** These files, as one module. */
    Module files(Path folder, List<Path> files) {
        var module = Module.empty(folder);
        var given = new TreeMap<Path, Map<String, Json>>(ModuleReader::firstToLast);
        var written = new ArrayList<Path>();
        for (var file : files) {
            if (file.getFileName().toString().endsWith(".json")) {
                json(file, module, given);
            } else if (isShort(file)) {
                written.add(file);
            } else {
                unreadable(
                        module,
                        file,
                        0,
                        "it is longer than the " + LONGEST_HCL + " bytes the guard reads of a .tf file");
            }
        }
        if (!written.isEmpty()) {
            var parsed = hcl.parse(written);
            for (var file : written) {
                switch (parsed.getOrDefault(file, new HclParser.Parsed.Failed(0, "the parser said nothing of it"))) {
                    case HclParser.Parsed.Tree(var text) -> tree(file, text, module, given);
                    case HclParser.Parsed.Failed(var line, var why) -> unreadable(module, file, line, why);
                }
            }
        }
        given.values().forEach(module.given()::putAll);
        return module;
    }

    /**
     * The order in which files give values to variables: what is in a later one counts.
     *
     * @see <a href="https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence">
     *     Terraform: Variable Definition Precedence</a>
     */
    private static int firstToLast(Path one, Path other) {
        return Comparator.comparing((Path file) -> file.getFileName().toString().contains(".auto.tfvars"))
                .thenComparing(file -> file.getFileName().toString())
                .compare(one, other);
    }

    private static boolean isOfAModule(Path file) {
        return isTerraform(file) || isGiven(file);
    }

    private static boolean isGiven(Path file) {
        var name = file.getFileName().toString();
        return name.equals("terraform.tfvars")
                || name.equals("terraform.tfvars.json")
                || name.endsWith(".auto.tfvars")
                || name.endsWith(".auto.tfvars.json");
    }

    private static boolean isShort(Path file) {
        try {
            return Files.size(file) <= LONGEST_HCL;
        } catch (IOException failed) {
            // Whoever opens it says why it cannot be.
            return true;
        }
    }

    private void json(Path file, Module module, Map<Path, Map<String, Json>> given) {
        try (var bytes = Files.newInputStream(file)) {
            add(file, JsonReader.read(bytes), Map.of(), module, given);
        } catch (NotJson broken) {
            unreadable(module, file, broken.line(), broken.why());
        } catch (IOException failed) {
            unreadable(module, file, 0, "it cannot be opened");
        }
    }

    private void tree(Path file, String text, Module module, Map<Path, Map<String, Json>> given) {
        try {
            add(
                    file,
                    JsonReader.read(text),
                    BlockHeads.of(Files.readString(file, StandardCharsets.UTF_8)),
                    module,
                    given);
        } catch (NotJson broken) {
            unreadable(module, file, 0, "what the parser made of it is not JSON within the guard's limits");
        } catch (IOException failed) {
            unreadable(module, file, 0, "it is not UTF-8, or cannot be opened");
        }
    }

    private void unreadable(Module module, Path file, int line, String why) {
        module.unreadable().add(new Unreadable(new Place(name(file), line), why));
    }

    private String name(Path file) {
        return shown.apply(file).toString();
    }

    private void add(
            Path file,
            Json document,
            Map<String, List<BlockHeads.Head>> heads,
            Module module,
            Map<Path, Map<String, Json>> given) {
        if (!(document instanceof Json.Obj root)) {
            unreadable(module, file, document.line(), "it is JSON, and no object");
            return;
        }
        module.files().add(name(file));
        if (isGiven(file)) {
            var values = given.computeIfAbsent(file, ignored -> new LinkedHashMap<>());
            root.members().forEach(member -> values.put(member.name(), member.value()));
            return;
        }
        var blocks = new Blocks(name(file), heads);
        for (var member : root.members()) {
            switch (member.name()) {
                case "resource" -> module.resources().addAll(blocks.labelled("resource", member.value(), 2));
                case "data" -> module.data().addAll(blocks.labelled("data", member.value(), 2));
                case "output" -> module.outputs().addAll(blocks.labelled("output", member.value(), 1));
                case "provider" -> module.providers().addAll(blocks.labelled("provider", member.value(), 1));
                case "module" ->
                    blocks.labelled("module", member.value(), 1)
                            .forEach(block -> module.calls().put(block.name(), block));
                case "variable" ->
                    blocks.labelled("variable", member.value(), 1)
                            .forEach(block -> module.variables().put(block.name(), block.body()));
                case "locals" ->
                    Blocks.objects(member.value())
                            .forEach(object -> object.members()
                                    .forEach(local -> module.locals().put(local.name(), local.value())));
                default -> {
                    // terraform, moved, import, check, removed: nothing that a rule asks for.
                }
            }
        }
    }
}
