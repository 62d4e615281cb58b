package dev.sluice.integration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.terraform.TerraformFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The stacks of one environment: the pipeline and what watches it. Neither knows of the other, so that they are deployed at
 * the same time.
 *
 * @param folders each stack's
 */
record Stacks(List<TerraformFolder> folders) {

    Stacks {
        folders = List.copyOf(folders);
    }

    /** Synthesizes both. */
    static Stacks synthesized(Path folder, String suffix) throws IOException {
        var transactions = TerraformFolder.synthesized(folder, suffix);
        return new Stacks(List.of(transactions, transactions.beside("sluice-compliance-" + suffix)));
    }

    void apply() {
        atOnce(stack -> {
            stack.terraform("init", "-input=false");
            assertThat(stack.terraform("validate")).contains("The configuration is valid");
            stack.terraform("apply", "-input=false", "-auto-approve", "-parallelism=40");
        });
    }

    /** Nothing of any is left in its state. */
    void destroy() {
        atOnce(stack -> {
            stack.terraform("destroy", "-auto-approve", "-input=false", "-parallelism=40");
            assertThat(stack.terraform("state", "list")).isBlank();
        });
    }

    /** What was deployed of each. */
    List<Deployment> each() throws IOException {
        var all = new ArrayList<Deployment>();
        for (var stack : folders) {
            all.add(Deployment.of(stack.folder(), stack.state()));
        }
        return all;
    }

    /** All that was deployed. */
    Deployment deployed() throws IOException {
        return each().stream().reduce(Deployment::and).orElseThrow();
    }

    /** What each would change now. */
    List<JsonNode> plans(String file) throws IOException {
        var all = new ArrayList<JsonNode>();
        for (var stack : folders) {
            all.add(stack.plan(file));
        }
        return all;
    }

    private interface Doing {
        void with(TerraformFolder stack) throws IOException;
    }

    private void atOnce(Doing doing) {
        var all = folders.stream()
                .map(stack -> CompletableFuture.runAsync(
                        () -> {
                            try {
                                doing.with(stack);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        Thread::startVirtualThread))
                .toList();
        all.forEach(CompletableFuture::join);
    }
}
