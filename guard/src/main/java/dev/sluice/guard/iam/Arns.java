package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ARNs of a graph's resources, as far as they can be told (AWS, "Service Authorization Reference", resource types).
 *
 * <p>A text is compared in two forms: as it is written, where two resources of the graph are two things, and spelled
 * out, where names are characters. Both forms say the same text, so that a no of either is a no.
 *
 * <p>The partition {@code aws} written out is taken for the partition that is deployed to: of ten thousand configurations
 * that write it, hardly one is meant for another, and that one would fail in its first deploy.
 */
public final class Arns {

    private static final String AMAZON = ".amazonaws.com";

    private final ResourceGraph graph;
    private final Map<Value.Text, Value.Text> spelled = new ConcurrentHashMap<>();

    public Arns(ResourceGraph graph) {
        this.graph = graph;
    }

    /** A resource's ARN spelled out; empty where its type is not known here. */
    public Optional<Value.Text> of(Resource resource) {
        var written = resource.at("arn");
        if (written instanceof Value.Text text && text.literal().isPresent()) {
            return Optional.of(text);
        }
        if (resource.type().equals("aws_lambda_alias")) {
            return graph.target(resource.at("function_name"), "aws_lambda_function")
                    .flatMap(this::of)
                    .map(function -> under(function, name(resource)));
        }
        return ArnShape.of(resource.type()).map(shape -> new Value.Text(shape.pieces(resource, this::name)));
    }

    /** What a function's ARN is with one of its aliases or versions behind it. */
    static Value.Text under(Value.Text function, Value.Text qualifier) {
        var pieces = new ArrayList<>(function.pieces());
        pieces.add(new Piece.Literal(":"));
        pieces.addAll(qualifier.pieces());
        return new Value.Text(pieces);
    }

    /** The number of the account that is deployed to. */
    public static Value.Text account() {
        return Canonical.text(Canonical.ACCOUNT);
    }

    /** A text with every ARN and name in it spelled out, as far as they are known. */
    public Value.Text spelled(Value.Text text) {
        return text.pieces().stream().allMatch(Piece.Literal.class::isInstance)
                        && !text.toString().contains("aws")
                ? text
                : spelled.computeIfAbsent(text, this::spell);
    }

    /** Whether a pattern matches a text. */
    Told matches(Value.Text pattern, Value.Text text, Glob.Mode mode) {
        if (distinct(pattern, text)) {
            return Told.NO;
        }
        var asWritten = Glob.matches(pattern, text, mode);
        return asWritten == Told.CANNOT_TELL || !allLiteral(pattern) || !allLiteral(text)
                ? settled(asWritten, Glob.matches(spelled(pattern), spelled(text), mode))
                : asWritten;
    }

    private static Told settled(Told one, Told other) {
        if (one == Told.YES || other == Told.YES) {
            return Told.YES;
        }
        return one == Told.NO || other == Told.NO ? Told.NO : Told.CANNOT_TELL;
    }

    private static boolean allLiteral(Value.Text text) {
        return text.literal().isPresent();
    }

    /** Whether both begin with the ARNs of two resources that are two, and go on in a way that keeps them apart. */
    private boolean distinct(Value.Text pattern, Value.Text text) {
        var one = owner(pattern);
        var other = owner(text);
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private Optional<String> owner(Value.Text text) {
        var pieces = text.pieces();
        if (pieces.isEmpty()
                || !(pieces.getFirst() instanceof Piece.Symbol(var reference))
                || !reference.attribute().equals("arn")) {
            return Optional.empty();
        }
        var resources = graph.at(reference.address());
        if (resources.size() != 1 || resources.getFirst().data()) {
            return Optional.empty();
        }
        var resource = resources.getFirst();
        boolean apart = pieces.size() == 1
                || (pieces.get(1) instanceof Piece.Literal(var next)
                        && (next.startsWith(":") || (next.startsWith("/") && !ArnShape.hasPaths(resource.type()))));
        return apart && !resource.type().equals("aws_lambda_alias")
                ? Optional.of(resource.address())
                : Optional.empty();
    }

    private Value.Text spell(Value.Text text) {
        var pieces = new ArrayList<Piece>();
        var known = graph.spelled(text) instanceof Value.Text better ? better : text;
        for (var piece : known.pieces()) {
            switch (piece) {
                case Piece.Literal literal -> pieces.add(literal);
                case Piece.Symbol(var reference) -> pieces.addAll(pieces(reference));
            }
        }
        return hereFor(new Value.Text(pieces));
    }

    private List<Piece> pieces(Reference reference) {
        var canonical = Canonical.of(reference);
        if (canonical.isPresent()) {
            return List.of(new Piece.Symbol(canonical.get()));
        }
        var resources = graph.at(reference.address());
        if (resources.size() == 1) {
            var resource = resources.getFirst();
            if (reference.attribute().equals("arn")) {
                return of(resource).map(Value.Text::pieces).orElse(List.of(new Piece.Symbol(reference)));
            }
            if (ArnShape.isName(resource.type(), reference.attribute())) {
                return name(resource).pieces();
            }
            if (ArnShape.isIdOfKey(resource.type(), reference.attribute())) {
                return List.of(new Piece.Symbol(new Reference(reference.address(), "key_id")));
            }
        }
        return List.of(new Piece.Symbol(reference));
    }

    /** The name of a resource, or one symbol for it, whichever attribute it was asked by. */
    private Value.Text name(Resource resource) {
        var attribute = ArnShape.of(resource.type()).map(ArnShape::name).orElse("name");
        var symbol = Value.symbol(resource.address(), attribute);
        return resource.at(attribute) instanceof Value.Text
                        && graph.spelled(symbol) instanceof Value.Text text
                        && !text.equals(symbol)
                ? canonical(text)
                : symbol;
    }

    private static Value.Text canonical(Value.Text text) {
        return new Value.Text(text.pieces().stream()
                .map(piece -> piece instanceof Piece.Symbol(var reference)
                        ? Canonical.of(reference).<Piece>map(Piece.Symbol::new).orElse(piece)
                        : piece)
                .toList());
    }

    /** {@code arn:aws:} and {@code .amazonaws.com} are those of the partition that is deployed to. */
    private static Value.Text hereFor(Value.Text text) {
        var pieces = new ArrayList<>(text.pieces());
        if (!pieces.isEmpty()
                && pieces.getFirst() instanceof Piece.Literal(var first)
                && first.startsWith("arn:aws:")) {
            pieces.set(0, new Piece.Literal("arn:"));
            pieces.add(1, new Piece.Symbol(Canonical.PARTITION));
            pieces.add(2, new Piece.Literal(first.substring("arn:aws".length())));
        }
        if (!pieces.isEmpty() && pieces.getLast() instanceof Piece.Literal(var last) && last.endsWith(AMAZON)) {
            pieces.set(pieces.size() - 1, new Piece.Literal(last.substring(0, last.length() - AMAZON.length() + 1)));
            pieces.add(new Piece.Symbol(Canonical.DOMAIN));
        }
        return new Value.Text(pieces);
    }
}
