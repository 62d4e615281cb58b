package dev.sluice.benchmarks.sizes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the build has left in a repository; nothing where a part of it was not built. */
record Built(Path repository) {

    /** The functions' archives for the runtime that Lambda manages. */
    List<Archive> managed() throws IOException {
        var all = new ArrayList<>(archives("handlers/target/functions"));
        all.addAll(archives("compliance/target/functions"));
        return all;
    }

    /** Those that bring a runtime of their own. */
    List<Archive> own() throws IOException {
        return archives("handlers/target/functions/own");
    }

    /** The same function on what others use, each from a folder of its name. */
    List<Archive> peers() throws IOException {
        var all = new ArrayList<Archive>();
        for (var peer : entries("benchmarks/peers")) {
            var function = peer.resolve("target/function");
            if (Files.isDirectory(function)) {
                all.add(Archive.ofFolder(peer.getFileName().toString(), function));
            }
        }
        return all;
    }

    /** Bytes of the command's own jar. */
    long command() throws IOException {
        return Files.size(repository.resolve("cli/target/sluice.jar"));
    }

    /** Bytes of the libraries beside it. */
    long libraries() throws IOException {
        var bytes = 0L;
        for (var library : entries("cli/target/lib")) {
            bytes += Files.size(library);
        }
        return bytes;
    }

    private List<Archive> archives(String folder) throws IOException {
        var all = new ArrayList<Archive>();
        for (var file : entries(folder)) {
            if (file.toString().endsWith(".zip")) {
                all.add(Archive.of(file));
            }
        }
        return all;
    }

    private List<Path> entries(String folder) throws IOException {
        if (!Files.isDirectory(repository.resolve(folder))) {
            return List.of();
        }
        try (var files = Files.list(repository.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
