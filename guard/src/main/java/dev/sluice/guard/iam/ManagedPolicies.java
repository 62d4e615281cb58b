package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies AWS keeps itself, as far as they are kept here: {@code managed-policies.txt} says how it is read. */
final class ManagedPolicies {

    private static final Map<String, Policy> KEPT = read();

    private static final String OF_AWS = ":iam::aws:policy/";

    private ManagedPolicies() {}

    /** The policy at an ARN; empty where the ARN is not one of AWS's policies. */
    static Optional<Policy> at(Value.Text arn) {
        // The partition is before it, written out or as a symbol.
        return !arn.pieces().isEmpty()
                        && arn.pieces().getLast() instanceof Piece.Literal(var last)
                        && last.contains(OF_AWS)
                ? Optional.of(named(last.substring(last.lastIndexOf('/') + 1)))
                : Optional.empty();
    }

    /**
     * The policy of a name.
     *
     * @return one whose statements are not known, where it is not kept here; it may allow anything, and deny only where
     *     its name says so
     */
    static Policy named(String name) {
        var kept = KEPT.get(name);
        return kept == null ? unkept(name) : kept;
    }

    private static Policy unkept(String name) {
        boolean denies = name.contains("Deny") || name.contains("Quarantine");
        return new Policy(name, List.of(), denies ? Policy.Missing.ANYTHING : Policy.Missing.ALLOWS, true);
    }

    private static Map<String, Policy> read() {
        var all = new HashMap<String, List<Statement>>();
        var statements = new ArrayList<Statement>();
        for (var line : lines()) {
            if (line.startsWith("policy ")) {
                statements = new ArrayList<>();
                all.put(line.split(" ", -1)[1], statements);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                statements.add(statement(line));
            }
        }
        var policies = new HashMap<String, Policy>();
        all.forEach((name, each) -> policies.put(name, Policy.of(name, each)));
        return Map.copyOf(policies);
    }

    private static Statement statement(String line) {
        var conditions = line.split(" when ", -1);
        var halves = conditions[0].substring("allow ".length()).split(" on ", -1);
        boolean except = halves[0].startsWith("except ");
        var statement = Statement.of(
                Effect.ALLOW,
                patterns(except, except ? halves[0].substring("except ".length()) : halves[0]),
                patterns(false, halves[1]));
        for (int index = 1; index < conditions.length; index++) {
            var words = List.of(conditions[index].split(" ", -1));
            statement = statement.when(
                    new Condition(words.get(0), words.get(1), texts(words.subList(2, words.size())), true));
        }
        return statement;
    }

    private static Patterns patterns(boolean except, String words) {
        return new Patterns(except, texts(List.of(words.split(" ", -1))), true);
    }

    private static List<Value.Text> texts(List<String> words) {
        return words.stream().map(Value::text).toList();
    }

    private static List<String> lines() {
        try (var file = ManagedPolicies.class.getResourceAsStream("managed-policies.txt")) {
            if (file == null) {
                throw new IllegalStateException("the policies that come with the guard are not with it");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the policies that come with the guard cannot be read", broken);
        }
    }
}
