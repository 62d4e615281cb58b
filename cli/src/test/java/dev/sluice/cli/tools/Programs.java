package dev.sluice.cli.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/** A folder of programs that say what a test wants, on the PATH of who is given it. */
public final class Programs {

    private final Path root;
    private final Map<String, String> variables = new HashMap<>();

    public Programs(Path root) throws IOException {
        this.root = root;
        // What the programs themselves are made of.
        variables.put("PATH", Files.createDirectories(root.resolve("bin")) + ":/usr/bin:/bin");
    }

    /** A program that runs a few lines of shell. */
    public Programs saying(String name, String script) throws IOException {
        var file = Files.writeString(root.resolve("bin").resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    /** Nothing on the PATH but these programs. */
    public Programs alone() {
        variables.put("PATH", root.resolve("bin").toString());
        return this;
    }

    public Programs with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public Surroundings around() {
        return new Surroundings(root, variables);
    }
}
