package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A folder of Terraform that a test writes and reads. */
record Folder(Path path) {

    /** What a parser would make of {@code .tf} files: beside {@code x.tf} it finds {@code x.tf.parsed}. */
    private static Map<Path, HclParser.Parsed> parsed(List<Path> files) {
        return files.stream()
                .filter(file -> Files.exists(beside(file)))
                .collect(Collectors.toMap(file -> file, Folder::parsed));
    }

    private static HclParser.Parsed parsed(Path file) {
        try {
            var text = Files.readString(beside(file));
            return text.isEmpty()
                    ? new HclParser.Parsed.Failed(7, "a brace is missing")
                    : new HclParser.Parsed.Tree(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".parsed");
    }

    Folder with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Folder with(String name, byte[] bytes) {
        try {
            var file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file of Terraform's own language, and what a parser makes of it. */
    Folder with(String name, String text, String parsed) {
        return with(name, text).with(name + ".parsed", parsed);
    }

    List<Infrastructure> read(String name) {
        try {
            return new TerraformReader(Folder::parsed).read(path.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ResourceGraph graph() {
        return graph("");
    }

    ResourceGraph graph(String name) {
        var all = read(name);
        if (all.size() != 1) {
            throw new AssertionError("one was expected: " + all.size());
        }
        return all.getFirst().graph();
    }

    /** What an output comes to, as JSON. */
    String output(String name) {
        return graph().outputs().stream()
                .filter(output -> output.name().equals(name))
                .map(output -> Worked.json(output.value()))
                .findFirst()
                .orElse("no output " + name);
    }

    static List<String> addresses(ResourceGraph graph) {
        return graph.resources().stream().map(Resource::address).toList();
    }

    static String said(ResourceGraph graph, String address, String... path) {
        Value value = graph.at(address).getFirst().at(path);
        return Worked.json(value);
    }

    static List<String> unreadable(ResourceGraph graph) {
        return graph.unreadable().stream()
                .map(each -> Path.of(each.place().file()).getFileName() + ":"
                        + each.place().line() + " " + each.why())
                .toList();
    }
}
