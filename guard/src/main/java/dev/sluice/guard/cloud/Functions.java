package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Which function a value means, and by which of its qualifiers. */
public final class Functions {

    private static final String FUNCTION = "aws_lambda_function";
    private static final String ALIAS = "aws_lambda_alias";

    /** Before the name in a function's ARN. */
    private static final String IN_ARN = ":function:";

    private final ResourceGraph graph;

    Functions(ResourceGraph graph) {
        this.graph = graph;
    }

    /**
     * A function as something names it.
     *
     * @param function the function
     * @param qualifier what of it: an alias's resource, or a version that is written out; empty for the latest code
     */
    public record Named(Resource function, Qualifier qualifier) {}

    /** What of a function is named. */
    public sealed interface Qualifier {

        /** The code that was uploaded last. */
        record Latest() implements Qualifier {}

        /** An alias of the same infrastructure. */
        record Alias(Resource alias) implements Qualifier {}

        /** A version, or an alias by its name. */
        record Version() implements Qualifier {}

        /** It cannot be told. */
        record Open() implements Qualifier {}
    }

    /** All functions. */
    public List<Resource> all() {
        return graph.of(FUNCTION);
    }

    /** The function that a value leads to, by name, ARN, invoke ARN or alias. */
    public Optional<Resource> meant(Value value) {
        return named(value).map(Named::function);
    }

    /** The function that a value leads to, and what of it. */
    public Optional<Named> named(Value value) {
        var all = allNamed(value);
        return all.stream().map(Named::function).distinct().count() == 1
                ? Optional.of(all.getFirst())
                : Optional.empty();
    }

    /** Every function that a value leads to, once for each of its qualifiers: an API's document may name many. */
    public List<Named> allNamed(Value value) {
        var found = new LinkedHashSet<Named>();
        switch (value) {
            case Value.Text text -> found.addAll(inText(text));
            case Value.Unknown unknown -> found.addAll(inUnknown(unknown));
            case Value.Items(var values) -> values.forEach(each -> found.addAll(allNamed(each)));
            case Value.Fields(var values) -> values.values().forEach(each -> found.addAll(allNamed(each)));
            case Value.Absent ignored -> {}
            case Value.Num ignored -> {}
            case Value.Truth ignored -> {}
        }
        return List.copyOf(found);
    }

    private List<Named> inText(Value.Text text) {
        if (text.literal().isPresent()) {
            return inLiteral(text.literal().get());
        }
        var found = new ArrayList<Named>();
        for (int at = 0; at < text.pieces().size(); at++) {
            if (text.pieces().get(at) instanceof Piece.Symbol(var reference)) {
                for (var resource : graph.at(reference.address())) {
                    switch (resource.type()) {
                        case FUNCTION -> found.add(new Named(resource, qualifier(reference, text.pieces(), at + 1)));
                        case ALIAS -> byAlias(resource, reference).ifPresent(found::add);
                        default -> {}
                    }
                }
            }
        }
        // An alias that stands behind its function's ARN is what the ARN names.
        var aliased = found.stream()
                .filter(named -> named.qualifier() instanceof Qualifier.Alias)
                .map(Named::function)
                .toList();
        found.removeIf(named -> named.qualifier() instanceof Qualifier.Version && aliased.contains(named.function()));
        return found.stream().filter(named -> !named.function().data()).toList();
    }

    /** A name, or an ARN as a plan knows it, that of an invocation among them: what follows its name is a qualifier. */
    private List<Named> inLiteral(String literal) {
        int arn = literal.lastIndexOf(IN_ARN);
        var rest = arn < 0 ? literal : literal.substring(arn + IN_ARN.length());
        int end = arn < 0 ? -1 : rest.indexOf('/');
        var named = (end < 0 ? rest : rest.substring(0, end)).split(":", 2);
        var qualifier = arn < 0 || named.length < 2 || named[1].isEmpty() || named[1].equals("$LATEST")
                ? new Qualifier.Latest()
                : new Qualifier.Version();
        return graph.target(Value.text(arn < 0 ? literal : named[0]), FUNCTION).stream()
                .filter(function -> !function.data())
                .map(function -> new Named(function, qualifier))
                .toList();
    }

    private Optional<Named> byAlias(Resource alias, Reference reference) {
        return graph.target(alias.at("function_name"), FUNCTION)
                .map(function -> new Named(
                        function,
                        reference.attribute().equals("function_name")
                                ? new Qualifier.Latest()
                                : new Qualifier.Alias(alias)));
    }

    private List<Named> inUnknown(Value.Unknown unknown) {
        var found = new ArrayList<Named>();
        for (var reference : unknown.from()) {
            for (var resource : graph.at(reference.address())) {
                switch (resource.type()) {
                    case FUNCTION -> found.add(new Named(resource, new Qualifier.Open()));
                    case ALIAS -> byAlias(resource, reference).ifPresent(found::add);
                    default -> {}
                }
            }
        }
        return found.stream().filter(named -> !named.function().data()).toList();
    }

    /** What of a function is named by a reference and what follows it: <code>${function.arn}:live</code>. */
    private static Qualifier qualifier(Reference reference, List<Piece> pieces, int next) {
        var attribute = reference.attribute();
        if (attribute.startsWith("qualified_") || attribute.equals("version")) {
            return new Qualifier.Version();
        }
        if (next == pieces.size() || !(pieces.get(next) instanceof Piece.Literal(var follows))) {
            return new Qualifier.Latest();
        }
        boolean more = next + 1 < pieces.size();
        return !follows.startsWith(":$LATEST")
                        && (follows.equals(":") ? more : follows.matches("(?s):[A-Za-z0-9$_-].*"))
                ? new Qualifier.Version()
                : new Qualifier.Latest();
    }
}
