package dev.sluice.guard.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The heads of a .tf file's blocks")
class BlockHeadsTest {

    private static List<BlockHeads.Head> heads(String text, String words) {
        return BlockHeads.of(text).getOrDefault(words, List.of());
    }

    @Test
    @DisplayName("are at the line their block begins in")
    void lines() {
        var text = """
                resource "aws_sqs_queue" "a" {}

                resource "aws_sqs_queue" "b" {
                  tags = { x = "}" }
                }
                locals { a = 1 }
                """;
        assertThat(heads(text, "resource aws_sqs_queue a").getFirst().line()).isEqualTo(1);
        assertThat(heads(text, "resource aws_sqs_queue b").getFirst().line()).isEqualTo(3);
        assertThat(heads(text, "locals").getFirst().line()).isEqualTo(6);
        assertThat(heads(text.replace("\n", "\r\n"), "resource aws_sqs_queue b")
                        .getFirst()
                        .line())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("are not what texts, heredocs and comments hold")
    void hidden() {
        var text = """
                # resource "x" "comment" {
                // resource "x" "comment" {
                /* resource "x" "comment" {
                */
                resource "aws_x" "a" {
                  text = "resource \\"x\\" {"
                  more = "${lookup({a = "}"}, "a")} $${ %{ if "}" == "{" }x%{ endif }"
                  policy = <<-EOF
                    resource "x" "heredoc" {
                      "odd
                    EOF
                }
                resource "aws_x" "b" {
                }
                """;
        assertThat(BlockHeads.of(text)).containsOnlyKeys("resource aws_x a", "resource aws_x b");
        assertThat(heads(text, "resource aws_x b").getFirst().line()).isEqualTo(13);
    }

    @Test
    @DisplayName("have the comments right above and inside, not those further off")
    void comments() {
        var text = """
                # of nothing

                # above
                // and another
                /* a third *
                 * of two lines */
                resource "aws_x" "a" {
                  # inside
                  nested {
                    ## deep
                  }
                }
                # of b
                resource "aws_x" "b" { # in line
                }

                resource "aws_x" "c" {
                }
                """;
        assertThat(heads(text, "resource aws_x a").getFirst().comments())
                .containsExactly("above", "and another", "a third", "of two lines", "inside", "deep");
        assertThat(heads(text, "resource aws_x b").getFirst().comments()).containsExactly("of b", "in line");
        assertThat(heads(text, "resource aws_x c").getFirst().comments()).isEmpty();
    }

    @Test
    @DisplayName("of the same words are told apart by their order")
    void twice() {
        var text = "provider \"aws\" {}\nprovider \"aws\" {\n  alias = \"us\"\n}\n";
        assertThat(heads(text, "provider aws"))
                .extracting(BlockHeads.Head::line)
                .containsExactly(1, 2);
    }

    @Test
    @DisplayName("are found as far as a broken file goes")
    void broken() {
        for (var text : List.of("", "}", "{", "a {", "a \"", "a <<", "a <<EOF", "a <<EOF\n", "/*", "#", "\"\\")) {
            assertThat(BlockHeads.of(text).keySet()).isSubsetOf("", "a");
        }
    }

    @Test
    @DisplayName("are read in a time that grows with the file, however it is nested")
    void large() {
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            assertThat(BlockHeads.of("a = \"" + "${\"".repeat(1_000_000))).isEmpty();
            assertThat(BlockHeads.of("{".repeat(4_000_000))).isEmpty();
            assertThat(heads("/* a" + " ".repeat(2_000_000) + "b */\nx {}", "x"))
                    .hasSize(1);
            assertThat(heads("#".repeat(2_000_000) + "\nx {}", "x")).hasSize(1);
            assertThat(BlockHeads.of("x {}\n".repeat(200_000))).hasSize(1);
        });
    }
}
