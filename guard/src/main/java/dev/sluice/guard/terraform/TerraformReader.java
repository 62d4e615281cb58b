package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.json.Json;
import dev.sluice.guard.json.JsonReader;
import dev.sluice.guard.json.NotJson;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads whatever of Terraform a path names: a folder or a file of <code>.tf</code> or <code>.tf.json</code>, or a plan
 * or a state as <code>terraform show -json</code> writes them.
 *
 * <p>In a folder without Terraform of its own every folder below is looked at; a module that another one calls is read
 * with that one, and not once more by itself.
 */
public final class TerraformReader {

    /** Deeper than anybody's repository, and an end for links that go round in a circle. */
    private static final int DEEPEST_FOLDER = 20;

    private static final int MOST_FOLDERS = 20_000;

    private static final String NEITHER =
            "it is JSON, and neither a plan nor a state as terraform show -json writes them";

    private final HclParser hcl;

    /** A reader that has <code>.tf</code> files parsed by this. */
    public TerraformReader(HclParser hcl) {
        this.hcl = hcl;
    }

    /**
     * What a path names.
     *
     * @throws IOException where the path itself cannot be opened
     */
    public List<Infrastructure> read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return folders(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("there is no file or folder " + path);
        }
        var name = path.getFileName().toString();
        if (ModuleReader.isTerraform(path)) {
            var reader = new ModuleReader(hcl, file -> file);
            var folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
            return List.of(configuration(path, reader, reader.files(folder, List.of(path)), tree(folder)));
        }
        return name.endsWith(".tfvars") ? List.of() : List.of(plan(path));
    }

    private static Infrastructure configuration(Path path, ModuleReader reader, Module module, Path tree) {
        var configuration = new Configuration(reader, module, tree);
        var graph = configuration.graph();
        return new Infrastructure(path, configuration.read(), graph);
    }

    /** What belongs together: the repository, where it is one. */
    private static Path tree(Path path) {
        var folder = path.toAbsolutePath().normalize();
        for (var up = folder; up != null; up = up.getParent()) {
            if (Files.exists(up.resolve(".git"))) {
                return up;
            }
        }
        return folder;
    }

    private static Infrastructure plan(Path path) throws IOException {
        var file = path.toString();
        try (var bytes = Files.newInputStream(path)) {
            var document = JsonReader.read(bytes);
            if (!(document instanceof Json.Obj object)) {
                return broken(path, 1, NEITHER);
            }
            if (StateReader.isState(object)) {
                return new Infrastructure(path, List.of(file), StateReader.read(object, file));
            }
            return PlanReader.isPlan(object)
                    ? new Infrastructure(path, List.of(file), PlanReader.read(object, file))
                    : broken(path, 1, NEITHER);
        } catch (NotJson broken) {
            return broken(path, broken.line(), broken.why());
        }
    }

    private static Infrastructure broken(Path path, int line, String why) {
        var unreadable = List.of(new Unreadable(new Place(path.toString(), line), why));
        return new Infrastructure(
                path, List.of(), new ResourceGraph(Origin.CONFIGURATION, List.of(), List.of(), List.of(), unreadable));
    }

    private List<Infrastructure> folders(Path path) throws IOException {
        var all = new LinkedHashMap<Path, Infrastructure>();
        var calls = new HashMap<Path, Set<Path>>();
        var folders = withTerraform(path);
        var reader = new ModuleReader(hcl, file -> file);
        reader.ahead(folders);
        for (var folder : folders) {
            var configuration = new Configuration(reader, reader.folder(folder), tree(path));
            var graph = configuration.graph();
            var absolute = folder.toAbsolutePath().normalize();
            calls.put(absolute, configuration.called());
            all.put(absolute, new Infrastructure(folder, configuration.read(), graph));
        }
        all.keySet().removeIf(folder -> isPartOfAnother(folder, calls));
        return List.copyOf(all.values());
    }

    /** Whether another folder calls it, and not the other way round as well: of a circle every part is told. */
    private static boolean isPartOfAnother(Path folder, Map<Path, Set<Path>> calls) {
        return calls.entrySet().stream()
                .anyMatch(other -> other.getValue().contains(folder)
                        && !calls.getOrDefault(folder, Set.of()).contains(other.getKey()));
    }

    private static int files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return (int) all.filter(file -> Files.isRegularFile(file) && ModuleReader.isTerraform(file))
                    .count();
        }
    }

    /** The folder itself where it has Terraform; otherwise those below that have. */
    private static Set<Path> withTerraform(Path path) throws IOException {
        if (files(path) > 0) {
            return Set.of(path);
        }
        var found = new TreeSet<Path>();
        Files.walkFileTree(path, Set.of(), DEEPEST_FOLDER, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = folder.getFileName();
                boolean hidden = !folder.equals(path)
                        && name != null
                        && (name.toString().startsWith(".") || name.toString().equals("node_modules"));
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var folder = file.getParent();
                if (ModuleReader.isTerraform(file) && Files.isRegularFile(file) && folder != null) {
                    found.add(folder);
                }
                return found.size() < MOST_FOLDERS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
