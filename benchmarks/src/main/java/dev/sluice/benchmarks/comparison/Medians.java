package dev.sluice.benchmarks.comparison;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.sluice.benchmarks.figures.Ratio;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stored ratios of all commands, by the command's word: benchmarks/medians.json. */
public record Medians(Map<String, Remembered> commands) {

    private static final JsonFactory JSON = new JsonFactory();

    public Medians {
        commands = Map.copyOf(commands);
    }

    /**
     * What the file holds; nothing where there is none.
     *
     * @throws IOException where it cannot be read, or is none of this kind
     */
    public static Medians in(Path file) throws IOException {
        return Files.exists(file) ? MediansReader.read(Files.readString(file)) : new Medians(Map.of());
    }

    public Optional<Remembered> of(String command) {
        return Optional.ofNullable(commands.get(command));
    }

    /** The same, but for that command. */
    public Medians with(String command, Remembered now) {
        var all = new TreeMap<>(commands);
        all.put(command, now);
        return new Medians(all);
    }

    /** Replaces the file. */
    public void write(Path file) throws IOException {
        Files.writeString(file, json());
    }

    /** In the order of the words, and the same for the same: a change is what changed. */
    String json() throws IOException {
        var out = new StringWriter();
        try (var json = JSON.createGenerator(out)) {
            var lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
            json.writeStartObject();
            for (var command : new TreeMap<>(commands).entrySet()) {
                json.writeObjectFieldStart(command.getKey());
                json.writeStringField("machine", command.getValue().machine());
                json.writeStringField("date", command.getValue().date().toString());
                json.writeObjectFieldStart("ratios");
                for (var ratio : command.getValue().ratios()) {
                    write(json, ratio);
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return out.append('\n').toString();
    }

    private static void write(JsonGenerator json, Ratio ratio) throws IOException {
        json.writeObjectFieldStart(ratio.name());
        json.writeNumberField("median", ratio.value());
        json.writeNumberField("spread", ratio.spread());
        json.writeStringField("better", ratio.lowerIsBetter() ? MediansReader.LOWER : MediansReader.HIGHER);
        json.writeEndObject();
    }
}
