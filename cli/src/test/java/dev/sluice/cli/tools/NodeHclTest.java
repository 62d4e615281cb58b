package dev.sluice.cli.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.terraform.HclParser.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parser itself, installed once into a folder of the test's own, and what is said where it cannot be had. */
class NodeHclTest {

    private static final Path OURS = Path.of("..", "build-tools", "hcl");

    @TempDir
    private static Path installed;

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @BeforeAll
    static void copy() throws IOException {
        copyInto(installed);
    }

    private static void copyInto(Path root) throws IOException {
        var to = Files.createDirectories(root.resolve("build-tools/hcl"));
        for (var name : List.of("package.json", "package-lock.json", "hcl2json.mjs")) {
            Files.copy(OURS.resolve(name), to.resolve(name));
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Parsed only(HclParserRun run) {
        return run.parser().parse(List.of(run.file())).get(run.file());
    }

    private record HclParserRun(NodeHcl parser, Path file) {}

    private NodeHcl on(Surroundings around) {
        return new NodeHcl(around, said::add);
    }

    @Test
    void oneThatIsBrokenTakesNoOtherWithIt() throws IOException {
        var parser = on(new Surroundings(installed.toAbsolutePath(), System.getenv()));
        var good = file("good.tf", """
                resource "aws_sqs_queue" "orders" {
                  name = "orders-${var.environment}"
                }
                """);
        var broken = file("broken ö.tf", "locals {\n  x =\n}\n");
        var empty = file("empty.tf", "");
        var missing = folder.resolve("missing.tf");

        var parsed = parser.parse(List.of(broken, good, empty, missing));

        assertThat(parsed.keySet()).containsExactly(broken, good, empty, missing);
        assertThat(parsed.get(good))
                .isEqualTo(new Parsed.Tree(
                        "{\"resource\":{\"aws_sqs_queue\":{\"orders\":[{\"name\":\"orders-${var.environment}\"}]}}}"));
        assertThat(parsed.get(broken)).isInstanceOfSatisfying(Parsed.Failed.class, failed -> {
            assertThat(failed.line()).isEqualTo(2);
            assertThat(failed.why()).startsWith("Invalid expression").doesNotContain("@:");
        });
        assertThat(parsed.get(empty)).isEqualTo(new Parsed.Tree("{}"));
        assertThat(parsed.get(missing)).isEqualTo(new Parsed.Failed(0, "the file cannot be read (ENOENT)"));

        said.clear();
        assertThat(parser.parse(List.of(good))).containsOnlyKeys(good);
        assertThat(said).isEmpty();
    }

    @Test
    void nothingIsInstalledForNothing() {
        assertThat(on(new Surroundings(folder, System.getenv())).parse(List.of()))
                .isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        var file = file("a.tf", "");
        var programs = new Programs(folder).alone();
        assertThat(why(programs, file)).contains("there is no build-tools/hcl in ");

        copyInto(folder);
        assertThat(why(programs, file)).contains("needs Node, 20 or newer").contains("https://nodejs.org");

        programs.saying("node", "exit 0");
        assertThat(why(programs, file)).contains("npm is not on the PATH");
        assertThat(said).hasSize(1).first().asString().startsWith("Installing the parser");

        programs.saying("npm", "echo 'npm error code ENOTFOUND' >&2; exit 1");
        assertThat(why(programs, file))
                .contains("npm ci failed with 1 (npm error code ENOTFOUND)")
                .contains("it needs the network");
    }

    private String why(Programs programs, Path file) {
        return ((Parsed.Failed) only(new HclParserRun(on(programs.around()), file))).why();
    }

    @Nested
    class AnInstalledParser {

        private Programs programs;

        @BeforeEach
        void install() throws IOException {
            copyInto(folder);
            Files.createDirectories(folder.resolve("build-tools/hcl/node_modules"));
            Files.writeString(folder.resolve("build-tools/hcl/node_modules/.package-lock.json"), "{}");
            programs = new Programs(folder);
        }

        @Test
        void aFileThatBringsItDownTakesNoOtherWithIt() throws IOException {
            // It dies of a list that has bad.tf in it, and answers any other that has one file.
            programs.saying("node", "case $(cat) in *bad.tf*) exit 3;; *,*) exit 4;; esac; echo '[{\"json\":\"{}\"}]'");
            var files = List.of(file("a.tf", ""), file("bad.tf", ""), file("c.tf", ""));

            assertThat(on(programs.around()).parse(files).values())
                    .containsExactly(
                            new Parsed.Tree("{}"),
                            new Parsed.Failed(0, "the parser ended with 3 and without an answer"),
                            new Parsed.Tree("{}"));
        }

        @Test
        void nonsenseIsNoAnswer() throws IOException {
            programs.saying("node", "echo nonsense");
            assertThat(why(programs, file("a.tf", ""))).isEqualTo("the parser ended with 0 and without an answer");
        }

        @Test
        void whatIsTooLongIsNotRead() throws IOException {
            programs.saying("node", "echo '[{}]'");
            assertThat(why(programs, file("a.tf", " ".repeat((2 << 20) + 1)))).contains("longer than the 2 MiB");
            assertThat(why(programs, file("b.tf", ""))).isEqualTo("the parser does not say why");
        }
    }
}
