package dev.sluice.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/pipeline.md} and {@code docs/compliance.md} say what the blueprints say. */
class BlueprintDocumentTest {

    private static final Path DOCS = Path.of("").toAbsolutePath().resolveSibling("docs");

    @Test
    void thePageOfThePipelineIsWhatItsBlueprintSays() throws IOException {
        assertPage("pipeline.md", Pipeline.BLUEPRINT);
    }

    @Test
    void thePageOfTheWatchIsWhatItsBlueprintSays() throws IOException {
        assertPage("compliance.md", Compliance.BLUEPRINT);
    }

    @Test
    void theMetricsOfTheWatchAreThoseThatThereAre() throws IOException {
        var told = Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\| (?:scanner|remediator) \\|")
                .matcher(Files.readString(DOCS.resolve("compliance.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(told)
                .doesNotHaveDuplicates()
                .contains(Metrics.SCANS, Metrics.REPAIR_RUNS, Metrics.NOT_RUN)
                .isSubsetOf(Arrays.stream(Metrics.class.getFields())
                        .filter(constant -> constant.getType().equals(String.class))
                        .map(BlueprintDocumentTest::text)
                        .toList());
    }

    private static void assertPage(String name, Blueprint blueprint) throws IOException {
        var page = DOCS.resolve(name);
        var expected = BlueprintDocument.of(blueprint, Files.readString(page));
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("docs/" + name + " is stale; write it anew: " + BlueprintDocument.COMMAND)
                .hasContent(expected);
    }

    private static String text(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the constants are public", e);
        }
    }
}
