package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Elsewhere;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Provider;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.graph.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A root module with all it calls, worked out into a graph. */
final class Configuration {

    /** Four times what the largest known state files hold. */
    static final int MOST_RESOURCES = 50_000;

    /** Modules that call modules; deeper they call themselves. */
    private static final int DEEPEST_MODULE = 12;

    private static final int MOST_MODULES = 5_000;

    private static final long LONGEST_FILE = 1_000_000;

    private final ModuleReader reader;
    private final Module root;
    private final Path tree;
    private final Effort effort = new Effort();
    private final Set<Unreadable> unreadable = new LinkedHashSet<>();
    private final List<Elsewhere> elsewhere = new ArrayList<>();
    private final Set<String> read = new LinkedHashSet<>();
    private int modules;
    private final Set<Path> called = new HashSet<>();
    private final Map<Path, Optional<String>> files = new HashMap<>();

    /**
     * A configuration.
     *
     * @param tree the folder that files may be read from; beside it a module reads what lies in its own folder, as who
     *     wrote it may
     */
    Configuration(ModuleReader reader, Module root, Path tree) {
        this.reader = reader;
        this.root = root;
        this.read.addAll(root.files());
        this.tree = tree.toAbsolutePath().normalize();
    }

    Effort effort() {
        return effort;
    }

    /** Whether a module may be called once more: modules that call each other come to any number. */
    boolean takesModule(Place place) {
        if (modules == MOST_MODULES) {
            unreadable.add(new Unreadable(
                    place, "modules are called more than " + MOST_MODULES + " times; this one was not read"));
            return false;
        }
        modules++;
        return true;
    }

    /** That a module which is not in the tree is called, and what it is given. */
    void callsElsewhere(Elsewhere call) {
        elsewhere.add(call);
    }

    Path root() {
        return root.folder();
    }

    /** The folders of the modules that were called. */
    Set<Path> called() {
        return called;
    }

    /** The files that could be read, those of the modules it calls among them; known once it is worked out. */
    List<String> read() {
        return List.copyOf(read);
    }

    ResourceGraph graph() {
        var inputs = new HashMap<String, Value>();
        root.given().forEach((name, json) -> inputs.put(name, Unworked.of(json)));
        var instance = new Instance("", root, inputs, Set.of(), this);
        var resources = new ArrayList<Resource>();
        instance.collect(resources);
        var providers = root.providers().stream()
                .map(block -> new Provider(block.name(), instance.said(block), block.place()))
                .toList();
        var all = new ArrayList<>(root.unreadable());
        all.addAll(unreadable);
        if (resources.size() >= MOST_RESOURCES) {
            all.add(new Unreadable(
                    new Place(root.folder().toString(), 0),
                    "there are more than " + MOST_RESOURCES + " resources; those behind were not read"));
        }
        if (effort.isExceeded()) {
            all.add(new Unreadable(
                    new Place(root.folder().toString(), 0),
                    "its expressions ask for more work than the guard does; what was left of them is unknown"));
        }
        return new ResourceGraph(Origin.CONFIGURATION, resources, instance.outputs(), providers, all, elsewhere);
    }

    /** A module of the same tree; empty where it is from elsewhere, or is not there. */
    Optional<Module> module(Path from, String source, Place place, String caller) {
        if (!source.startsWith("./") && !source.startsWith("../")) {
            return Optional.empty();
        }
        if (caller.split("\\.?module\\.").length > DEEPEST_MODULE) {
            unreadable.add(new Unreadable(place, "modules call each other more than " + DEEPEST_MODULE + " deep"));
            return Optional.empty();
        }
        try {
            var folder = from.resolve(source).normalize();
            if (!Files.isDirectory(folder)) {
                unreadable.add(new Unreadable(place, "the module it calls is not there"));
                return Optional.empty();
            }
            called.add(folder.toAbsolutePath().normalize());
            var module = reader.folder(folder);
            unreadable.addAll(module.unreadable());
            read.addAll(module.files());
            return Optional.of(module);
        } catch (IOException | InvalidPathException failed) {
            unreadable.add(new Unreadable(place, "the module it calls cannot be opened"));
            return Optional.empty();
        }
    }

    /**
     * A file that an expression names, where it lies in the tree that is checked or in the folder of the module that
     * names it: a module beside the tree brings its own files, and lends them to nobody else.
     */
    Optional<String> file(Path from, String name) {
        try {
            var folder = from.toAbsolutePath().normalize();
            var file = folder.resolve(name).normalize();
            return liesIn(tree, file) || liesIn(folder, file)
                    ? files.computeIfAbsent(file, Configuration::content)
                    : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static boolean liesIn(Path folder, Path file) {
        try {
            return file.startsWith(folder) && file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Optional<String> content(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException notText) {
            return Optional.empty();
        }
    }
}
