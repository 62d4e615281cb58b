package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the blocks in Terraform's JSON notation, where labels are the names of nested objects and a block may stand alone
 * or in a list.
 *
 * @param file how the file is named
 * @param heads where blocks begin, for a file whose JSON is not what was written
 */
record Blocks(String file, Map<String, List<BlockHeads.Head>> heads) {

    /** The blocks of a kind that have so many labels. */
    List<Block> labelled(String kind, Json value, int labels) {
        var found = new ArrayList<Block>();
        collect(kind, value, labels, List.of(), value.line(), found);
        return found;
    }

    private void collect(String kind, Json value, int labels, List<String> before, int line, List<Block> found) {
        if (labels == 0) {
            var bodies = objects(value);
            for (int index = 0; index < bodies.size(); index++) {
                found.add(block(kind, before, bodies.get(index), line, index));
            }
            return;
        }
        for (var object : objects(value)) {
            for (var member : object.members()) {
                // "//" is a comment there.
                if (!member.name().equals("//")) {
                    var path = new ArrayList<>(before);
                    path.add(member.name());
                    collect(kind, member.value(), labels - 1, path, member.line(), found);
                }
            }
        }
    }

    private Block block(String kind, List<String> labels, Json.Obj body, int line, int index) {
        if (heads.isEmpty()) {
            var comments = body.get("//").filter(Json.Str.class::isInstance).stream()
                    .map(comment -> ((Json.Str) comment).text())
                    .toList();
            return new Block(labels, body, new Place(file, line), comments);
        }
        var all = heads.getOrDefault(kind + " " + String.join(" ", labels), List.of());
        var head = index < all.size() ? all.get(index) : BlockHeads.Head.UNKNOWN;
        return new Block(labels, body, new Place(file, head.line()), head.comments());
    }

    /** An object, or the objects of a list. */
    static List<Json.Obj> objects(Json value) {
        return switch (value) {
            case Json.Obj object -> List.of(object);
            case Json.Arr(var items, var ignored) ->
                items.stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(Json.Obj.class::cast)
                        .toList();
            case Json.Str ignored -> List.of();
            case Json.Num ignored -> List.of();
            case Json.Bool ignored -> List.of();
            case Json.Null ignored -> List.of();
        };
    }
}
