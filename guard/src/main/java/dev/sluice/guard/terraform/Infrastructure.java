package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.ResourceGraph;
import java.nio.file.Path;
import java.util.List;

/**
 * One thing that is deployed by itself: a root module, or a plan.
 *
 * @param path the folder or file it was read from, as it was named
 * @param files the files that could be read, as they are named in places
 * @param graph what is in it
 */
public record Infrastructure(Path path, List<String> files, ResourceGraph graph) {

    public Infrastructure {
        files = List.copyOf(files);
    }
}
