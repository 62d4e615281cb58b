package dev.sluice.cli;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a command did. */
record Ran(int exitCode, String out, String err) {

    /** Runs the command as its user types it. */
    static Ran sluice(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    /** The same on a data folder. */
    static Ran sluiceOn(Path data, String... args) {
        return sluice(Stream.concat(Stream.of(args), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }

    Json json() throws IOException {
        return JsonText.read(out.getBytes(StandardCharsets.UTF_8));
    }
}
