package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Builds graphs in few words: texts may have references in them, written as Terraform writes them. */
final class Graphs {

    private Graphs() {}

    static ResourceGraph graph(Resource... resources) {
        return new ResourceGraph(Origin.CONFIGURATION, List.of(resources), List.of(), List.of(), List.of());
    }

    /** A resource of an address; data sources begin with {@code data.}. */
    static Resource resource(String address, Object... attributes) {
        boolean data = address.startsWith("data.");
        var parts = (data ? address.substring("data.".length()) : address).split("\\.", 2);
        return new Resource(
                address,
                "",
                data,
                parts[0],
                parts[1],
                fields(attributes),
                Set.of(),
                new Place("main.tf", 1),
                Optional.empty(),
                new Value.Fields(Map.of()),
                List.of());
    }

    static Value.Fields fields(Object... attributes) {
        var all = new LinkedHashMap<String, Value>();
        for (int i = 0; i < attributes.length; i += 2) {
            all.put((String) attributes[i], value(attributes[i + 1]));
        }
        return new Value.Fields(all);
    }

    static Value list(Object... items) {
        return new Value.Items(Stream.of(items).map(Graphs::value).toList());
    }

    private static Value value(Object each) {
        return switch (each) {
            case Value value -> value;
            case String text -> text(text);
            default -> throw new IllegalArgumentException("neither a text nor a value: " + each);
        };
    }

    /** A text in which what is between <code>${</code> and <code>}</code> and has a dot and no colon is a reference. */
    static Value.Text text(String written) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int at = written.indexOf("${"); at >= 0; at = written.indexOf("${", at + 2)) {
            int end = written.indexOf('}', at);
            var inside = written.substring(at + 2, end);
            if (inside.contains(".") && !inside.contains(":")) {
                pieces.add(new Piece.Literal(written.substring(from, at)));
                int dot = inside.lastIndexOf('.');
                boolean variable = inside.startsWith("var.");
                pieces.add(new Piece.Symbol(
                        variable
                                ? new Reference(inside, "")
                                : new Reference(inside.substring(0, dot), inside.substring(dot + 1))));
                from = end + 1;
            }
        }
        pieces.add(new Piece.Literal(written.substring(from)));
        return new Value.Text(pieces);
    }

    /** A policy's JSON of one statement that allows. */
    static String allows(String action, String resource) {
        return policy("Allow", action, resource);
    }

    static String policy(String effect, String action, String resource) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"" + effect + "\", \"Action\": \"" + action
                + "\", \"Resource\": \"" + resource + "\"}]}";
    }

    static Resource function() {
        return resource("aws_lambda_function.f", "function_name", "f", "role", "${aws_iam_role.r.arn}");
    }

    static Resource role() {
        return resource("aws_iam_role.r", "name", "r-dev");
    }

    static Resource inline(String policy) {
        return resource("aws_iam_role_policy.p", "role", "${aws_iam_role.r.id}", "policy", policy);
    }
}
