package dev.sluice.guard.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Infrastructure, whatever it was read from: resources and what they refer to.
 *
 * <p>A reference is followed by what it names. Where a name is written out instead of referred to, the resource that has
 * this name is found by it.
 */
public final class ResourceGraph {

    /** A name made of names made of names ends somewhere; what is deeper goes round in a circle. */
    private static final int DEEPEST_NAME = 8;

    /** More names than one is made of, and an end for those that double themselves. */
    private static final int MOST_NAMES = 2_000;

    private final Origin origin;
    private final List<Resource> resources;
    private final List<Output> outputs;
    private final List<Provider> providers;
    private final List<Unreadable> unreadable;
    private final List<Elsewhere> elsewhere;
    private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
    private final Map<String, List<Resource>> byAddress = new HashMap<>();
    private final Map<String, List<Resource>> byName = new HashMap<>();
    private final Map<String, List<Resource>> byIdentity = new HashMap<>();
    private final Map<String, Set<Resource>> referring = new HashMap<>();

    public ResourceGraph(
            Origin origin,
            List<Resource> resources,
            List<Output> outputs,
            List<Provider> providers,
            List<Unreadable> unreadable) {
        this(origin, resources, outputs, providers, unreadable, List.of());
    }

    public ResourceGraph(
            Origin origin,
            List<Resource> resources,
            List<Output> outputs,
            List<Provider> providers,
            List<Unreadable> unreadable,
            List<Elsewhere> elsewhere) {
        this.origin = origin;
        this.resources = List.copyOf(resources);
        this.outputs = List.copyOf(outputs);
        this.providers = List.copyOf(providers);
        this.unreadable = List.copyOf(unreadable);
        this.elsewhere = List.copyOf(elsewhere);
        for (var resource : this.resources) {
            byType.computeIfAbsent(key(resource.data(), resource.type()), ignored -> new ArrayList<>())
                    .add(resource);
            byAddress
                    .computeIfAbsent(resource.address(), ignored -> new ArrayList<>())
                    .add(resource);
            if (!resource.block().equals(resource.address())) {
                byAddress
                        .computeIfAbsent(resource.block(), ignored -> new ArrayList<>())
                        .add(resource);
            }
        }
        for (var resource : this.resources) {
            if (!resource.data()) {
                identities(resource)
                        .forEach(identity -> byIdentity
                                .computeIfAbsent(identity, ignored -> new ArrayList<>())
                                .add(resource));
            }
            Naming.attribute(resource.type())
                    .flatMap(attribute -> nameOf(spelled(resource.at(attribute))))
                    .ifPresent(
                            name -> byName.computeIfAbsent(resource.type() + " " + name, ignored -> new ArrayList<>())
                                    .add(resource));
            for (var reference : resource.attributes().references()) {
                for (var target : at(reference.address())) {
                    referring
                            .computeIfAbsent(target.address(), ignored -> new LinkedHashSet<>())
                            .add(resource);
                }
            }
        }
    }

    public Origin origin() {
        return origin;
    }

    /** All resources and data sources, as they were read. */
    public List<Resource> resources() {
        return resources;
    }

    public List<Output> outputs() {
        return outputs;
    }

    public List<Provider> providers() {
        return providers;
    }

    /** What could not be read. */
    public List<Unreadable> unreadable() {
        return unreadable;
    }

    /** The calls of modules that were not read. */
    public List<Elsewhere> elsewhere() {
        return elsewhere;
    }

    /** The resources of these types, in the order of the types; no data sources. */
    public List<Resource> of(String... types) {
        return Stream.of(types)
                .flatMap(type -> byType.getOrDefault(key(false, type), List.of()).stream())
                .toList();
    }

    /** The data sources of a type. */
    public List<Resource> dataOf(String type) {
        return byType.getOrDefault(key(true, type), List.of());
    }

    /** The resources at an address: one, or all instances of a block whose address has no key. */
    public List<Resource> at(String address) {
        var exact = byAddress.get(address);
        if (exact != null) {
            return exact;
        }
        // An instance that is named by a key nobody knows is one of its block's.
        return address.endsWith("]")
                ? byAddress.getOrDefault(Address.ofBlock(address), List.of()).stream()
                        .filter(resource -> resource.address().equals(resource.block()))
                        .toList()
                : List.of();
    }

    /** The resources that refer to one in what they say. */
    public Collection<Resource> referringTo(Resource resource) {
        return referring.getOrDefault(resource.address(), Set.of());
    }

    /**
     * The resources of some types that a value leads to: by a reference in it, or by their name or ARN written out.
     *
     * @param types the types asked for; none for all
     */
    public List<Resource> behind(Value value, String... types) {
        var wanted = Set.of(types);
        var found = new LinkedHashSet<Resource>();
        for (var reference : value.references()) {
            at(reference.address()).stream()
                    .filter(resource -> wanted.isEmpty() || wanted.contains(resource.type()))
                    .forEach(found::add);
        }
        var written = found.isEmpty() ? spelled(value).asText() : Optional.<String>empty();
        written.map(text -> byIdentity.getOrDefault(text, List.of()))
                .ifPresent(all -> all.stream()
                        .filter(resource -> wanted.contains(resource.type()))
                        .forEach(found::add));
        if (found.isEmpty()) {
            written.map(Naming::lastPart).ifPresent(name -> {
                for (var type : types) {
                    found.addAll(byName.getOrDefault(type + " " + name, List.of()));
                }
            });
        }
        return List.copyOf(found);
    }

    /** The resources of a type that are called so, by a name that is known as far as it is for the resource itself. */
    public List<Resource> named(String type, Value name) {
        return nameOf(spelled(name))
                .map(text -> byName.getOrDefault(type + " " + text, List.of()))
                .orElseGet(List::of);
    }

    /** What a resource that is there goes by: its ARN, and the id that Terraform gives it. */
    private static Set<String> identities(Resource resource) {
        return Stream.of("arn", "id")
                .flatMap(name -> resource.at(name).asText().stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Names with symbols in them are the same where the symbols are. */
    private static Optional<String> nameOf(Value spelled) {
        return spelled instanceof Value.Text text ? Optional.of(text.toString()) : spelled.asText();
    }

    /** The one resource of some types that a value leads to; empty where there is none, or more than one. */
    public Optional<Resource> target(Value value, String... types) {
        var all = behind(value, types);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** Every resource that can be reached from one by following what resources refer to, itself not among them. */
    public Set<Resource> reachableFrom(Resource start) {
        var seen = new HashSet<Resource>();
        var next = new ArrayDeque<Resource>(List.of(start));
        while (!next.isEmpty()) {
            for (var reference : next.remove().attributes().references()) {
                for (var target : at(reference.address())) {
                    if (!target.equals(start) && seen.add(target)) {
                        next.add(target);
                    }
                }
            }
        }
        return seen;
    }

    /**
     * A value with every symbol replaced that stands for something written: where {@code orders} is a queue whose name is
     * {@code orders-dev}, <code>${aws_sqs_queue.orders.name}</code> becomes {@code orders-dev}.
     */
    public Value spelled(Value value) {
        return spelled(value, DEEPEST_NAME, new Spelling());
    }

    /** How many references may still be followed for one value. */
    private static final class Spelling {
        private int left = MOST_NAMES;
    }

    private Value spelled(Value value, int depth, Spelling spelling) {
        if (!(value instanceof Value.Text text) || depth == 0) {
            return value;
        }
        var whole = text.symbol().flatMap(reference -> written(reference, depth, spelling));
        if (whole.isPresent()) {
            return whole.get();
        }
        var pieces = new ArrayList<Piece>();
        for (var piece : text.pieces()) {
            switch (piece) {
                case Piece.Literal literal -> pieces.add(literal);
                case Piece.Symbol symbol ->
                    written(symbol.reference(), depth, spelling)
                            .flatMap(ResourceGraph::pieces)
                            .ifPresentOrElse(pieces::addAll, () -> pieces.add(symbol));
            }
        }
        return new Value.Text(pieces);
    }

    private static Optional<List<Piece>> pieces(Value value) {
        return value instanceof Value.Text(var pieces)
                ? Optional.of(pieces)
                : value.asText().map(text -> Value.text(text).pieces());
    }

    private Optional<Value> written(Reference reference, int depth, Spelling spelling) {
        var targets = at(reference.address());
        if (targets.size() != 1 || reference.attribute().isEmpty() || spelling.left == 0) {
            return Optional.empty();
        }
        spelling.left--;
        var resource = targets.getFirst();
        var attribute = sameAs(resource.type(), reference.attribute());
        var found = resource.at(attribute.split("\\."));
        return found.isAbsent() || found instanceof Value.Unknown || found.equals(symbolOf(reference))
                ? Optional.empty()
                : Optional.of(spelled(found, depth - 1, spelling));
    }

    private static Value symbolOf(Reference reference) {
        return Value.symbol(reference.address(), reference.attribute());
    }

    /** For some types the id is the name. */
    private static String sameAs(String type, String attribute) {
        return attribute.equals("id")
                ? switch (type) {
                    case "aws_iam_role", "aws_cloudwatch_log_group", "aws_dynamodb_table" -> "name";
                    case "aws_lambda_function" -> "function_name";
                    case "aws_s3_bucket" -> "bucket";
                    default -> attribute;
                }
                : attribute;
    }

    /**
     * Whether somebody wrote a value. A plan says of what nobody wrote that it will be known later, which is told from
     * what somebody wrote by its having no references.
     */
    public boolean isWritten(Value value) {
        return !value.isAbsent()
                && !(origin == Origin.PLAN
                        && value instanceof Value.Unknown
                        && value.references().isEmpty());
    }

    /** Whether two values come to the same when they are deployed. */
    public Told same(Value one, Value other) {
        if (one.equals(other) && one.isCertain()) {
            // What a reference leads to need not be known to be the same both times.
            return Told.YES;
        }
        var left = spelled(one);
        var right = spelled(other);
        if (left.equals(right) && left.isCertain()) {
            return Told.YES;
        }
        if (left instanceof Value.Items(var these) && right instanceof Value.Items(var those)) {
            return sameEach(these, those);
        }
        if (left instanceof Value.Fields(var these) && right instanceof Value.Fields(var those)) {
            return sameFields(these, those);
        }
        if (!left.isKnown() || !right.isKnown()) {
            return Told.CANNOT_TELL;
        }
        return Told.of((left.asText().isPresent() && left.asText().equals(right.asText()))
                || (left.asNumber().isPresent() && left.asNumber().equals(right.asNumber())));
    }

    private Told sameEach(List<Value> these, List<Value> those) {
        if (these.size() != those.size()) {
            return Told.NO;
        }
        var same = Told.YES;
        for (int index = 0; index < these.size(); index++) {
            same = same.and(same(these.get(index), those.get(index)));
        }
        return same;
    }

    private Told sameFields(Map<String, Value> these, Map<String, Value> those) {
        var names = new LinkedHashSet<>(these.keySet());
        names.addAll(those.keySet());
        var same = Told.YES;
        for (var name : names) {
            same = same.and(same(these.getOrDefault(name, Value.absent()), those.getOrDefault(name, Value.absent())));
        }
        return same;
    }

    private static String key(boolean data, String type) {
        return data ? "data." + type : type;
    }
}
