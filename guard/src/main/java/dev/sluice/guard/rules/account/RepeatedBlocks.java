package dev.sluice.guard.rules.account;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Blocks that were copied, where a loop or a component would have made them.
 *
 * <p>Copied are three or more of a type, side by side in one module, that set the same attributes at all depths and most
 * of them to the same values. Instances of one block are not, and neither is what a construct of CDKTF's made, which is a
 * component: only what stands in its stack itself was written there.
 */
public final class RepeatedBlocks implements Rule {

    private static final Card CARD = new Card(
            "account-repeated-blocks",
            Severity.NOTE,
            "Blocks are copies of each other",
            "A setting that is changed in one of them and forgotten in another is a difference nobody meant, and nobody sees.",
            "Make them with for_each over what differs, or with a module; in CDKTF with a construct.",
            "https://developer.hashicorp.com/terraform/language/modules/develop");

    private static final int COPIES = 3;

    /** A block that sets fewer attributes is too short for a component to be worth it. */
    private static final int LEAST_SET = 5;

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        Map<String, List<Shape>> alike = new LinkedHashMap<>();
        Map<String, Resource> blocks = new LinkedHashMap<>();
        // A module that is called twice is written once.
        cloud.graph().resources().stream()
                .filter(resource -> !resource.data())
                .forEach(resource -> blocks.putIfAbsent(
                        resource.place().file() + " " + resource.type() + " " + resource.name(), resource));
        for (var block : blocks.values()) {
            if (!isOfAComponent(block)) {
                var shape = Shape.of(block);
                if (shape.size() >= LEAST_SET) {
                    alike.computeIfAbsent(
                                    block.module() + " " + block.type() + " " + shape.names(),
                                    ignored -> new ArrayList<>())
                            .add(shape);
                }
            }
        }
        return alike.values().stream().flatMap(this::copies);
    }

    private static boolean isOfAComponent(Resource block) {
        return block.written()
                .at("//", "metadata", "path")
                .asText()
                .filter(path -> path.split("/", -1).length > 2)
                .isPresent();
    }

    /** Takes the first that is left, and those that are like it, until none is left. */
    private Stream<Finding> copies(List<Shape> shapes) {
        var found = new ArrayList<Finding>();
        var left = shapes;
        while (left.size() >= COPIES) {
            var first = left.getFirst();
            var like = left.stream().filter(first::isLike).toList();
            if (like.size() >= COPIES) {
                found.add(broken(first.block(), said(like)));
            }
            left = left.stream().filter(shape -> !first.isLike(shape)).toList();
        }
        return found.stream();
    }

    private static String said(List<Shape> like) {
        return like.size() + " blocks set the same " + like.getFirst().size()
                + " attributes, most of them to the same: "
                + like.stream().limit(4).map(shape -> shape.block().name()).collect(Collectors.joining(", "))
                + (like.size() > 4 ? " …" : "");
    }
}
