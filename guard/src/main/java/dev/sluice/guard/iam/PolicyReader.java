package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.TextJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads policies: a value that is an object, a text of JSON, or a reference to a data block that makes one (AWS, "Grammar
 * of the IAM JSON policy language").
 *
 * <p>What cannot be read makes the policy one that may say more than is known of it.
 */
public final class PolicyReader {

    private static final String CURRENT = "2012-10-17";

    /** Documents made of documents made of documents end somewhere; what is deeper goes round in a circle. */
    private static final int DEEPEST = 16;

    private final ResourceGraph graph;

    public PolicyReader(ResourceGraph graph) {
        this.graph = graph;
    }

    /**
     * A policy.
     *
     * @param name what to call it
     * @param value what holds it
     */
    public Policy read(String name, Value value) {
        return read(name, value, DEEPEST);
    }

    /** The policy that a block {@code data.aws_iam_policy_document} makes. */
    public Policy document(Resource block) {
        return new PolicyDocument(this, block, DEEPEST).policy();
    }

    Policy read(String name, Value value, int depth) {
        if (depth == 0) {
            return Policy.unread(name);
        }
        return switch (value) {
            case Value.Fields object -> object(name, object);
            case Value.Text text -> text(name, text, depth);
            case Value.Items(var items) when items.size() == 1 -> read(name, items.getFirst(), depth - 1);
            default -> Policy.unread(name);
        };
    }

    private Policy text(String name, Value.Text text, int depth) {
        var symbol = text.symbol();
        if (symbol.isPresent()) {
            return referred(name, symbol.get(), text, depth);
        }
        return TextJson.read(text)
                .filter(Value.Fields.class::isInstance)
                .map(object -> object(name, (Value.Fields) object))
                .orElse(Policy.unread(name));
    }

    private Policy referred(String name, Reference reference, Value.Text text, int depth) {
        var resources = graph.at(reference.address());
        if (resources.size() == 1
                && resources.getFirst().type().equals("aws_iam_policy_document")
                && (reference.attribute().equals("json")
                        || reference.attribute().equals("minified_json"))) {
            var block = resources.getFirst();
            var made = block.at(reference.attribute());
            // A plan holds what the block made.
            return made instanceof Value.Text written && written.literal().isPresent()
                    ? read(name, written, depth - 1)
                    : named(name, new PolicyDocument(this, block, depth - 1).policy());
        }
        if (resources.size() == 1
                && resources.getFirst().data()
                && resources.getFirst().type().equals("aws_iam_policy")
                && reference.attribute().equals("policy")
                && resources.getFirst().at("policy").isAbsent()) {
            return named(name, lookedUp(resources.getFirst()));
        }
        var spelled = graph.spelled(text);
        if (!spelled.equals(text)) {
            return read(name, spelled, depth - 1);
        }
        return Policy.unread(name);
    }

    /** What a block {@code data.aws_iam_policy} finds by a name or an ARN; most often it is one of AWS's. */
    Policy lookedUp(Resource block) {
        var arn = graph.spelled(block.at("arn"));
        if (arn instanceof Value.Text text
                && text.references().stream().noneMatch(r -> r.address().equals(block.address()))) {
            return ManagedPolicies.at(text).orElse(Policy.unread(block.address()));
        }
        // A policy of the account's own may have the name too, but not one that AWS has taken.
        return block.at("name")
                .asText()
                .map(ManagedPolicies::named)
                .filter(policy -> !policy.statements().isEmpty())
                .orElse(Policy.unread(block.address()));
    }

    private static Policy named(String name, Policy policy) {
        return new Policy(name, policy.statements(), policy.missing(), policy.variables());
    }

    private static Policy object(String name, Value.Fields object) {
        var version = object.at("Version");
        boolean variables =
                version.isOpen() || version.asText().filter(CURRENT::equals).isPresent();
        var statements = new ArrayList<Statement>();
        var written = object.at("Statement");
        boolean whole = !written.isAbsent();
        for (var each : written.each()) {
            var statement = each instanceof Value.Fields fields ? statement(fields) : Optional.<Statement>empty();
            statement.ifPresent(statements::add);
            whole &= statement.isPresent();
        }
        return new Policy(name, statements, whole ? Policy.Missing.NOTHING : Policy.Missing.ANYTHING, variables);
    }

    private static Optional<Statement> statement(Value.Fields fields) {
        var effect = effect(fields.at("Effect"));
        var actions = patterns(fields, "Action", "NotAction");
        var resources = isTrust(fields) ? Optional.of(Patterns.of("*")) : patterns(fields, "Resource", "NotResource");
        var conditions = conditions(fields.at("Condition"));
        if (effect.isEmpty() || actions.isEmpty() || resources.isEmpty() || conditions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Statement(
                fields.at("Sid").asText().filter(sid -> !sid.isEmpty()),
                effect.get(),
                PrincipalReader.read(fields),
                actions.get(),
                resources.get(),
                conditions.get()));
    }

    /** A role's trust policy names no resource: it is about the role it belongs to (AWS, "IAM JSON policy elements: Resource"). */
    private static boolean isTrust(Value.Fields fields) {
        boolean named =
                !fields.at("Principal").isAbsent() || !fields.at("NotPrincipal").isAbsent();
        return named
                && fields.at("Resource").isAbsent()
                && fields.at("NotResource").isAbsent()
                && !fields.at("Action").each().isEmpty()
                && fields.at("Action").each().stream()
                        .allMatch(action -> action.asText()
                                .filter(text -> text.startsWith("sts:"))
                                .isPresent());
    }

    static Optional<Effect> effect(Value value) {
        return value.asText().flatMap(text -> switch (text) {
            case "Allow" -> Optional.of(Effect.ALLOW);
            case "Deny" -> Optional.of(Effect.DENY);
            default -> Optional.empty();
        });
    }

    private static Optional<Patterns> patterns(Value.Fields fields, String these, String others) {
        var listed = fields.at(these);
        var excepted = fields.at(others);
        if (listed.isAbsent() == excepted.isAbsent()) {
            return Optional.empty();
        }
        return Optional.of(listed.isAbsent() ? patterns(true, excepted) : patterns(false, listed));
    }

    static Patterns patterns(boolean except, Value value) {
        var texts = texts(value);
        return new Patterns(except, texts.read(), texts.whole());
    }

    /**
     * Texts of a list.
     *
     * @param read those that are texts
     * @param whole whether all are
     */
    record Texts(List<Value.Text> read, boolean whole) {}

    static Texts texts(Value value) {
        var texts = new ArrayList<Value.Text>();
        boolean whole = true;
        for (var each : value.each()) {
            if (each instanceof Value.Text text) {
                // What a reference of nothing else yields may as well be a list.
                texts.add(text);
            } else {
                var written = each.asText();
                written.map(Value::text).ifPresent(texts::add);
                whole &= written.isPresent();
            }
        }
        return new Texts(texts, whole);
    }

    private static Optional<List<Condition>> conditions(Value value) {
        var all = new ArrayList<Condition>();
        if (value.isAbsent()) {
            return Optional.of(all);
        }
        if (!(value instanceof Value.Fields(var operators))) {
            return Optional.empty();
        }
        for (var operator : operators.entrySet()) {
            if (!(operator.getValue() instanceof Value.Fields(var keys))) {
                return Optional.empty();
            }
            keys.forEach((key, values) -> {
                var texts = texts(values);
                all.add(new Condition(operator.getKey(), key, texts.read(), texts.whole()));
            });
        }
        return Optional.of(all);
    }
}
