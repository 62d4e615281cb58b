package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which log group a function writes to.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html">AWS Lambda:
 *     Configuring CloudWatch log groups</a>
 */
public final class LogGroups {

    private static final String GROUP = "aws_cloudwatch_log_group";

    /** Where Lambda writes a function's log, where nobody says otherwise. */
    static final String PREFIX = "/aws/lambda/";

    private final ResourceGraph graph;
    private final Map<String, Resource> byName = new HashMap<>();
    private final List<Resource> openly = new ArrayList<>();
    private final Map<String, List<Resource>> meant = new HashMap<>();
    private final Map<String, List<Resource>> meantByName = new HashMap<>();
    private final Map<String, Optional<Resource>> found = new HashMap<>();

    LogGroups(ResourceGraph graph, Functions functions) {
        this.graph = graph;
        for (var group : graph.of(GROUP)) {
            var name = graph.spelled(group.at("name"));
            if (name instanceof Value.Text) {
                byName.putIfAbsent(name.toString(), group);
            }
            if (!name.isKnown()) {
                openly.add(group);
            }
        }
        functions.all().forEach(function -> found.put(function.address(), find(function)));
        var written = new HashSet<Resource>();
        found.values().forEach(group -> group.ifPresent(written::add));
        for (var group : graph.of(GROUP)) {
            if (graph.spelled(group.at("name")).toString().startsWith(PREFIX) && !written.contains(group)) {
                functions
                        .meant(group.at("name"))
                        .ifPresentOrElse(
                                function -> add(meant, function.address(), group),
                                () -> add(meantByName, place(group), group));
            }
        }
    }

    private static void add(Map<String, List<Resource>> to, String key, Resource group) {
        to.computeIfAbsent(key, ignored -> new ArrayList<>()).add(group);
    }

    /** What a function and a group have in common that are called the same side by side. */
    private static String place(Resource resource) {
        return resource.module() + " " + resource.name()
                + resource.address().substring(resource.block().length());
    }

    /**
     * The groups that are meant for a function which does not write to them: they are named like functions' groups, belong
     * to none, and refer to this function, or are called the same in the same module.
     */
    public List<Resource> meantFor(Resource function) {
        if (of(function).isPresent()) {
            return List.of();
        }
        return Stream.of(meant.get(function.address()), meantByName.get(place(function)))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(group -> same(group.at("name"), name(function)) == Told.NO)
                .toList();
    }

    /** The group a function says it writes to; absent where it leaves that to Lambda. */
    public Value said(Resource function) {
        return function.at("logging_config", "log_group");
    }

    /** What the group of a function is called. */
    public Value name(Resource function) {
        var said = said(function);
        return said.isAbsent() ? prefixed(function.at("function_name"), function) : said;
    }

    /** The group of a function, where it is one of the infrastructure. */
    public Optional<Resource> of(Resource function) {
        return found.getOrDefault(function.address(), Optional.empty());
    }

    private Optional<Resource> find(Resource function) {
        var said = said(function);
        if (!said.isAbsent()) {
            return graph.target(said, GROUP);
        }
        var name = prefixed(function.at("function_name"), function);
        var byReference = prefixed(Value.symbol(function.address(), "function_name"), function);
        return Stream.of(name, byReference)
                .map(each -> graph.spelled(each).toString())
                .flatMap(each -> Optional.ofNullable(byName.get(each)).stream())
                .findFirst();
    }

    /** Whether a group that cannot be told by its name may be the function's. */
    public boolean mayBeAmong(Resource function) {
        var name = name(function);
        var others = graph.spelled(name).isKnown() ? openly : graph.of(GROUP);
        return !said(function).isAbsent()
                || others.stream().anyMatch(group -> same(group.at("name"), name) == Told.CANNOT_TELL);
    }

    /** Whether two names come to the same: where they differ between what they have in common, they do not. */
    public Told same(Value one, Value other) {
        var told = graph.same(one, other);
        return told == Told.CANNOT_TELL
                        && graph.spelled(one) instanceof Value.Text left
                        && graph.spelled(other) instanceof Value.Text right
                        && differ(left.pieces(), right.pieces())
                ? Told.NO
                : told;
    }

    private static boolean differ(List<Piece> one, List<Piece> other) {
        var left = new ArrayList<>(one);
        var right = new ArrayList<>(other);
        while (!left.isEmpty() && !right.isEmpty() && same(left.getFirst(), right.getFirst())) {
            left.removeFirst();
            right.removeFirst();
        }
        while (!left.isEmpty() && !right.isEmpty() && same(left.getLast(), right.getLast())) {
            left.removeLast();
            right.removeLast();
        }
        return !left.equals(right)
                && left.size() <= 1
                && right.size() <= 1
                && left.stream().allMatch(Piece.Literal.class::isInstance)
                && right.stream().allMatch(Piece.Literal.class::isInstance);
    }

    /** Of two parts of which nothing is known nobody can say that they are the same. */
    private static boolean same(Piece one, Piece other) {
        return one.equals(other) && !one.equals(new Piece.Symbol(Value.NOTHING_KNOWN));
    }

    private static Value prefixed(Value name, Resource function) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Literal(PREFIX));
        pieces.addAll(
                name instanceof Value.Text text
                        ? text.pieces()
                        : Value.symbol(function.address(), "function_name").pieces());
        return new Value.Text(pieces);
    }
}
