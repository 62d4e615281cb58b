package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an action is done with: one ARN, or several of which one is enough.
 *
 * @param arns the ARNs
 */
public record Target(List<Value.Text> arns) {

    private static final String SOMETHING = "any";

    public Target {
        arns = List.copyOf(arns);
    }

    /** A resource itself. */
    public static Target of(Resource resource) {
        return within(resource, "");
    }

    /**
     * Something of a resource, such as any object of a bucket.
     *
     * @param suffix what follows the resource's ARN: {@code /index/*}, {@code :log-stream:*}; a star is a name that is
     *     not known, so that what is allowed for some of them only cannot be told
     */
    public static Target within(Resource resource, String suffix) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Symbol(new Reference(resource.address(), "arn")));
        var rest = suffix;
        for (int star = rest.indexOf('*'); star >= 0; star = rest.indexOf('*')) {
            pieces.add(new Piece.Literal(rest.substring(0, star)));
            pieces.add(new Piece.Symbol(new Reference(resource.address(), SOMETHING)));
            rest = rest.substring(star + 1);
        }
        pieces.add(new Piece.Literal(rest));
        return new Target(List.of(new Value.Text(pieces)));
    }

    /** What is called by an ARN. */
    public static Target named(Value.Text arn) {
        return new Target(List.of(arn));
    }

    /** Nothing in particular: what an action is asked for that knows no resources, as {@code xray:PutTraceSegments}. */
    public static Target everything() {
        return named(Value.text("*"));
    }

    /** Several targets of which one is enough. */
    public static Target anyOf(Target... targets) {
        return new Target(
                Stream.of(targets).flatMap(target -> target.arns().stream()).toList());
    }
}
