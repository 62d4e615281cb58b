package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads whom a statement is about (AWS, "AWS JSON policy elements: Principal"). */
final class PrincipalReader {

    private PrincipalReader() {}

    /** The principals of a statement written as JSON; empty where it has none. */
    static Optional<Principals> read(Value.Fields statement) {
        var named = statement.at("Principal");
        var excepted = statement.at("NotPrincipal");
        if (named.isAbsent() && excepted.isAbsent()) {
            return Optional.empty();
        }
        if (!named.isAbsent() && !excepted.isAbsent()) {
            return Optional.of(new Principals(false, List.of(), false));
        }
        return Optional.of(named.isAbsent() ? principals(true, excepted) : principals(false, named));
    }

    private static Principals principals(boolean except, Value value) {
        if (value instanceof Value.Text text
                && text.literal().filter("*"::equals).isPresent()) {
            return new Principals(except, List.of(new Principals.Name(Principals.Kind.AWS, text)), true);
        }
        if (!(value instanceof Value.Fields(var kinds))) {
            return new Principals(except, List.of(), false);
        }
        var names = new ArrayList<Principals.Name>();
        boolean whole = true;
        for (var each : kinds.entrySet()) {
            whole &= add(each.getKey(), each.getValue(), names);
        }
        return new Principals(except, names, whole);
    }

    /** Adds names of one kind, and says whether all of them could be read. */
    static boolean add(String kind, Value value, List<Principals.Name> into) {
        var known = kind(kind);
        var texts = PolicyReader.texts(value);
        known.ifPresent(one -> texts.read().forEach(text -> into.add(new Principals.Name(one, text))));
        return known.isPresent() && texts.whole();
    }

    private static Optional<Principals.Kind> kind(String kind) {
        return switch (kind) {
            case "AWS", "*" -> Optional.of(Principals.Kind.AWS);
            case "Service" -> Optional.of(Principals.Kind.SERVICE);
            case "Federated" -> Optional.of(Principals.Kind.FEDERATED);
            case "CanonicalUser" -> Optional.of(Principals.Kind.CANONICAL_USER);
            default -> Optional.empty();
        };
    }
}
