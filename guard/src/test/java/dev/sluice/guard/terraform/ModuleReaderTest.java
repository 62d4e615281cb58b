package dev.sluice.guard.terraform;

import static dev.sluice.guard.terraform.Folder.addresses;
import static dev.sluice.guard.terraform.Folder.unreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder or file of Terraform")
class ModuleReaderTest {

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void folder() {
        folder = new Folder(temporary);
    }

    private static String queue(String name) {
        return "{\"resource\": {\"aws_sqs_queue\": {\"" + name + "\": [{\"name\": \"" + name + "\"}]}}}";
    }

    @Test
    @DisplayName("is read from .tf by its parser, with the lines and comments of what was written")
    void hcl() {
        folder.with("main.tf", """
                variable "v" {}

                # above
                resource "aws_sqs_queue" "a" {
                  name = "a-${var.v}" // inside
                }
                provider "aws" {}
                provider "aws" {
                  alias = "us"
                }
                """, """
                {"variable": {"v": [{}]}, "provider": {"aws": [{}, {"alias": "us"}]},
                 "resource": {"aws_sqs_queue": {"a": [{"name": "a-${var.v}"}], "unseen": [{}]}}}
                """);
        var graph = folder.graph();
        var resource = graph.at("aws_sqs_queue.a").getFirst();
        assertThat(resource.place().line()).isEqualTo(4);
        assertThat(resource.place().toString()).endsWith("main.tf:4");
        assertThat(resource.comments()).containsExactly("above", "inside");
        assertThat(resource.at("name")).hasToString("a-${var.v}");
        assertThat(graph.at("aws_sqs_queue.unseen").getFirst().place().line()).isZero();
        assertThat(graph.providers())
                .extracting(provider -> provider.place().line())
                .containsExactly(7, 8);
    }

    @Test
    @DisplayName("is told where it cannot be read, and the rest of it is read all the same")
    void broken() throws IOException {
        folder.with("good.tf.json", queue("good"))
                .with("truncated.tf.json", "{\"resource\":\n {\"aws_")
                .with("empty.tf.json", "")
                .with("list.tf.json", "\n[]")
                .with("text.tf.json", "{}{}")
                .with("binary.tf.json", new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe})
                .with("utf32.tf.json", new byte[] {0, 0, 0, '{', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff})
                .with("latin.tf.json", new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'})
                .with("nul.tf.json", "{\"a\": \u0000}")
                .with("deep.tf.json", "[".repeat(100_000))
                .with("number.tf.json", "{\"a\":\n1e999999999}")
                .with("digits.tf.json", "{\"a\":" + "1".repeat(2_000) + "}")
                .with("bom.tf.json", "\uFEFF" + queue("bom"))
                .with("failed.tf", "resource {", "")
                .with("unparsed.tf", "resource {}")
                .with("latin.tf", new byte[] {(byte) 0xe9})
                .with("latin.tf.parsed", "{}")
                .with("nonsense.tf", "a", "{")
                .with("long.tf", " ".repeat(8_000_001), "{}");
        Files.createDirectory(temporary.resolve("folder.tf.json"));
        Files.createSymbolicLink(temporary.resolve("nowhere.tf"), temporary.resolve("gone"));
        var graph = folder.graph();
        assertThat(addresses(graph)).containsExactlyInAnyOrder("aws_sqs_queue.good", "aws_sqs_queue.bom");
        assertThat(unreadable(graph))
                .contains(
                        "empty.tf.json:1 it is empty",
                        "list.tf.json:2 it is JSON, and no object",
                        "text.tf.json:1 something follows the document's end",
                        "failed.tf:7 a brace is missing",
                        "unparsed.tf:0 the parser said nothing of it",
                        "latin.tf:0 it is not UTF-8, or cannot be opened",
                        "nonsense.tf:0 what the parser made of it is not JSON within the guard's limits",
                        "long.tf:0 it is longer than the 8000000 bytes the guard reads of a .tf file",
                        "number.tf.json:2 a number in it has more digits than the guard reads (1000)")
                .anyMatch(said -> said.startsWith("truncated.tf.json:2 "))
                .anyMatch(said -> said.startsWith("deep.tf.json:1 "))
                .anyMatch(said -> said.startsWith("utf32.tf.json:1 "))
                .hasSize(16);
    }

    @Test
    @DisplayName("may be one file, which is read alone")
    void oneFile() {
        folder.with("a.tf.json", queue("a"))
                .with("b.tf.json", queue("b"))
                .with("c.tf", "", queue("c"))
                .with("values.tfvars", "a = 1");
        assertThat(addresses(folder.graph("a.tf.json"))).containsExactly("aws_sqs_queue.a");
        assertThat(addresses(folder.graph("c.tf"))).containsExactly("aws_sqs_queue.c");
        assertThat(folder.read("values.tfvars")).isEmpty();
        assertThat(addresses(folder.graph())).hasSize(3);
        assertThat(folder.read("").getFirst().files()).hasSize(3);
    }

    @Test
    @DisplayName("that has none of its own is looked for in the folders below, a called module not by itself")
    void below() throws IOException {
        folder.with("x/one/main.tf.json", "{\"module\": {\"m\": {\"source\": \"../m\"}}}")
                .with("x/m/main.tf.json", queue("m"))
                .with("x/two/main.tf.json", queue("two"))
                .with("x/.terraform/modules/main.tf.json", queue("hidden"))
                .with("x/node_modules/p/main.tf.json", queue("hidden"));
        Files.createSymbolicLink(temporary.resolve("x/loop"), temporary.resolve("x"));
        assertThat(folder.read("x"))
                .extracting(each -> each.path().getFileName().toString())
                .containsExactly("one", "two");
        assertThat(addresses(folder.read("x").getFirst().graph())).containsExactly("module.m.aws_sqs_queue.m");
    }

    @Test
    @DisplayName("that is not there cannot be opened")
    void gone() {
        assertThatThrownBy(() -> new TerraformReader(files -> Map.of()).read(temporary.resolve("gone")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no file or folder");
    }

    @Test
    @DisplayName("that is JSON and neither Terraform nor a plan is told")
    void noPlan() {
        folder.with("x.json", "{}").with("y.json", "{").with("z.json", "[]").with("b.json", new byte[] {
            0, 0, 0, '{', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff
        });
        assertThat(unreadable(folder.graph("x.json")))
                .containsExactly(
                        "x.json:1 it is JSON, and neither a plan nor a state as terraform show -json writes them");
        assertThat(unreadable(folder.graph("y.json"))).hasSize(1);
        assertThat(unreadable(folder.graph("z.json"))).hasSize(1);
        assertThat(unreadable(folder.graph("b.json"))).containsExactly("b.json:1 it is not text");
    }
}
