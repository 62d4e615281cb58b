package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.json.Json;
import java.util.List;

/**
 * A block of a module: a resource, a data source, a call of a module, an output, a provider.
 *
 * @param labels its type and name, or its name alone
 * @param body what is between its braces
 * @param place where it begins
 * @param comments what is written in it, or right above it, for people
 */
record Block(List<String> labels, Json.Obj body, Place place, List<String> comments) {

    Block {
        labels = List.copyOf(labels);
        comments = List.copyOf(comments);
    }

    String type() {
        return labels.getFirst();
    }

    String name() {
        return labels.getLast();
    }
}
