package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policy that one block {@code data.aws_iam_policy_document} makes (the provider's documentation, "Data Source:
 * aws_iam_policy_document").
 *
 * <p>Statements of documents it starts from come first, its own take the place of those with their sid, and those of
 * documents that override take the place of both.
 */
final class PolicyDocument {

    private final PolicyReader reader;
    private final Resource block;
    private final int depth;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, Integer> bySid = new HashMap<>();
    private boolean whole = true;

    PolicyDocument(PolicyReader reader, Resource block, int depth) {
        this.reader = reader;
        this.block = block;
        this.depth = depth;
    }

    Policy policy() {
        documents("source_json", "source_policy_documents");
        for (var each : block.at("statement").each()) {
            if (each instanceof Value.Fields fields) {
                statement(fields);
            } else {
                whole = false;
            }
        }
        documents("override_json", "override_policy_documents");
        var version = block.at("version");
        return new Policy(
                block.address(),
                statements,
                whole ? Policy.Missing.NOTHING : Policy.Missing.ANYTHING,
                version.asText().filter("2008-10-17"::equals).isEmpty());
    }

    private void documents(String one, String several) {
        for (var attribute : List.of(one, several)) {
            for (var each : block.at(attribute).each()) {
                if (!each.asText().filter(String::isEmpty).isPresent()) {
                    var policy = reader.read(block.address(), each, depth);
                    policy.statements().forEach(this::put);
                    whole &= policy.complete();
                }
            }
        }
    }

    private void put(Statement statement) {
        var sid = statement.sid();
        var place = sid.map(bySid::get);
        if (place.isPresent()) {
            statements.set(place.get(), statement);
        } else {
            sid.ifPresent(fresh -> bySid.put(fresh, statements.size()));
            statements.add(statement);
        }
    }

    private void statement(Value.Fields fields) {
        var effect =
                fields.at("effect").isAbsent() ? Optional.of(Effect.ALLOW) : PolicyReader.effect(fields.at("effect"));
        var actions = patterns(fields, "actions", "not_actions");
        var resources = patterns(fields, "resources", "not_resources");
        if (effect.isEmpty() || actions.isEmpty()) {
            whole = false;
            return;
        }
        put(new Statement(
                fields.at("sid").asText().filter(sid -> !sid.isEmpty()),
                effect.get(),
                principals(fields),
                actions.get(),
                // A document of who may take on a role has no resources.
                resources.orElse(Patterns.of("*")),
                conditions(fields.at("condition"))));
    }

    private static Optional<Patterns> patterns(Value.Fields fields, String these, String others) {
        if (!none(fields.at(these))) {
            return Optional.of(variables(PolicyReader.patterns(false, fields.at(these))));
        }
        return none(fields.at(others))
                ? Optional.empty()
                : Optional.of(variables(PolicyReader.patterns(true, fields.at(others))));
    }

    private static boolean none(Value value) {
        return value.each().isEmpty();
    }

    private static Patterns variables(Patterns patterns) {
        return new Patterns(
                patterns.except(),
                patterns.texts().stream().map(PolicyDocument::variables).toList(),
                patterns.whole());
    }

    /** The block writes a variable's dollar as an ampersand, to keep it from Terraform. */
    private static Value.Text variables(Value.Text text) {
        return new Value.Text(text.pieces().stream()
                .map(piece -> piece instanceof Piece.Literal(var literal)
                        ? new Piece.Literal(literal.replace("&{", "${"))
                        : piece)
                .toList());
    }

    private static Optional<Principals> principals(Value.Fields statement) {
        var named = statement.at("principals");
        var excepted = statement.at("not_principals");
        if (none(named) && none(excepted)) {
            return Optional.empty();
        }
        var names = new ArrayList<Principals.Name>();
        boolean whole = none(named) || none(excepted);
        for (var each : (none(named) ? excepted : named).each()) {
            whole &= PrincipalReader.add(each.at("type").asText().orElse(""), each.at("identifiers"), names);
        }
        return Optional.of(new Principals(none(named), names, whole));
    }

    private static List<Condition> conditions(Value value) {
        var all = new ArrayList<Condition>();
        for (var each : value.each()) {
            var texts = PolicyReader.texts(each.at("values"));
            all.add(new Condition(
                    each.at("test").asText().orElse("unknown"),
                    each.at("variable").asText().orElse("unknown"),
                    texts.read().stream().map(PolicyDocument::variables).toList(),
                    texts.whole() && each instanceof Value.Fields));
        }
        return all;
    }
}
