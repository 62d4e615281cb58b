package dev.sluice.cli.stacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** A small stack as synthesis writes one, and the same with a few words of it replaced. */
public final class Sample {

    public static final String NAME = "sluice-transactions-dev";

    private Sample() {}

    public static String text() {
        try {
            return Files.readString(Path.of("src", "test", "resources", "stacks", NAME + ".tf.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its text with replacements, in pairs: what stands there, what shall. */
    public static String with(String... replacements) {
        var text = text();
        for (var i = 0; i < replacements.length; i += 2) {
            Assertions.assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return text;
    }

    public static Stack stack(String... replacements) {
        try {
            return StackFile.read(NAME, NAME, with(replacements).getBytes(StandardCharsets.UTF_8));
        } catch (StackMistake e) {
            throw new AssertionError(e);
        }
    }

    /** Writes it where synthesis would. */
    public static void writeInto(Path root, String name, String... replacements) throws IOException {
        var folder = Files.createDirectories(
                root.resolve("cdktf.out").resolve("stacks").resolve(name));
        Files.writeString(folder.resolve("cdk.tf.json"), with(replacements));
    }
}
