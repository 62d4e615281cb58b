package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Address;
import dev.sluice.guard.graph.Elsewhere;
import dev.sluice.guard.graph.Output;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A module as it is called: its sources with what it was given.
 *
 * <p>Whatever is asked of it is worked out when it is asked for first, and remembered. What needs itself is unknown.
 */
final class Instance implements Evaluation.Surroundings {

    /** What a resource's block says to Terraform and not to the provider. */
    private static final Set<String> META = Set.of(
            "count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection", "providers");

    private final String address;
    private final Module module;
    private final Map<String, Value> inputs;
    private final Set<String> waitsFor;
    private final Configuration whole;
    private final Evaluation evaluation;
    private final Map<String, Value> worked = new HashMap<>();
    private final Set<String> working = new HashSet<>();
    private final Map<String, Block> declared = new HashMap<>();
    private final Map<String, Expansion> expansions = new HashMap<>();
    private final Map<String, Map<String, Instance>> children = new LinkedHashMap<>();

    Instance(String address, Module module, Map<String, Value> inputs, Set<String> waitsFor, Configuration whole) {
        this.address = address;
        this.module = module;
        this.inputs = inputs;
        this.waitsFor = waitsFor;
        this.whole = whole;
        this.evaluation = new Evaluation(this, whole.effort());
        module.resources().forEach(block -> declared.putIfAbsent(block.type() + "." + block.name(), block));
        module.data().forEach(block -> declared.putIfAbsent("data." + block.type() + "." + block.name(), block));
    }

    String address() {
        return address;
    }

    private String within(String local) {
        return address.isEmpty() ? local : address + "." + local;
    }

    // What there is

    /** Its resources and data sources, those of the modules it calls behind them. */
    void collect(List<Resource> into) {
        for (var block : module.resources()) {
            resources(block, false, into);
        }
        for (var block : module.data()) {
            resources(block, true, into);
        }
        for (var name : module.calls().keySet()) {
            children(name).values().forEach(child -> child.collect(into));
        }
    }

    List<Output> outputs() {
        return module.outputs().stream()
                .map(block -> new Output(block.name(), output(block), block.place()))
                .toList();
    }

    /** What a block of its own says, with no names but the module's. */
    Value.Fields said(Block block) {
        return new Value.Fields(evaluation.members(block.body(), Names.NONE));
    }

    private void resources(Block block, boolean data, List<Resource> into) {
        var key = (data ? "data." : "") + block.type() + "." + block.name();
        var written = Unworked.of(block.body()) instanceof Value.Fields fields ? fields : new Value.Fields(Map.of());
        var own = new Json.Obj(
                block.body().members().stream()
                        .filter(member -> !META.contains(member.name()))
                        .toList(),
                block.body().line());
        for (var one : expansion(key, block).all()) {
            if (into.size() >= Configuration.MOST_RESOURCES) {
                return;
            }
            var at = within(key) + one.suffix();
            whole.effort().begins();
            var said = new LinkedHashMap<>(evaluation.members(own, one.names()));
            block.body().get("lifecycle").ifPresent(lifecycle -> said.put("lifecycle", Unworked.of(lifecycle)));
            into.add(new Resource(
                    at,
                    address,
                    data,
                    block.type(),
                    block.name(),
                    new Value.Fields(said),
                    dependsOn(block),
                    block.place(),
                    Optional.empty(),
                    written,
                    block.comments()));
        }
    }

    /** What a block waits for; all of a module waits for what its call does. */
    private Set<String> dependsOn(Block block) {
        var all = new LinkedHashSet<>(waitsFor);
        block.body().get("depends_on").map(Unworked::of).stream()
                .flatMap(value -> value.each().stream())
                .flatMap(value -> value.asText().stream())
                .forEach(name -> all.add(within(Address.withoutKeys(name))));
        return all;
    }

    private Expansion expansion(String key, Block block) {
        var known = expansions.get(key);
        if (known != null) {
            return known;
        }
        var expansion = Expansion.of(
                block.body().get("count").map(json -> once("count of " + key, () -> evaluation.of(json, Names.NONE))),
                block.body()
                        .get("for_each")
                        .map(json -> once("keys of " + key, () -> evaluation.of(json, Names.NONE))));
        expansions.put(key, expansion);
        return expansion;
    }

    // What names mean

    @Override
    public Value follow(String root, List<Step> steps) {
        return switch (root) {
            case "var" -> named(steps, this::variable);
            case "local" -> named(steps, this::local);
            case "module" -> call(steps);
            case "data" ->
                steps.size() > 1
                                && steps.get(0) instanceof Step.Dot(var type)
                                && steps.get(1) instanceof Step.Dot(var name)
                        ? resource("data." + type + "." + name, steps.subList(2, steps.size()))
                        : Value.unknown();
            case "each", "count", "self" -> Value.unknown();
            case "path" -> named(steps, this::path);
            case "terraform" -> Evaluation.walk(Value.symbol("terraform", ""), steps);
            default ->
                !steps.isEmpty() && steps.getFirst() instanceof Step.Dot(var name)
                        ? resource(root + "." + name, steps.subList(1, steps.size()))
                        : Value.unknown();
        };
    }

    private interface ByName {
        Value get(String name);
    }

    private static Value named(List<Step> steps, ByName what) {
        return !steps.isEmpty() && steps.getFirst() instanceof Step.Dot(var name)
                ? Evaluation.walk(what.get(name), steps.subList(1, steps.size()))
                : Value.unknown();
    }

    private Value path(String name) {
        return name.equals("module") || name.equals("root") || name.equals("cwd")
                ? Value.text(
                        name.equals("module")
                                ? module.folder().toString()
                                : whole.root().toString())
                : Value.unknown();
    }

    @Override
    public Optional<String> file(String path) {
        return whole.file(module.folder(), path);
    }

    private Value once(String what, Supplier<Value> work) {
        var known = worked.get(what);
        if (known != null) {
            return known;
        }
        if (!working.add(what)) {
            return Value.unknown();
        }
        try {
            var value = whole.effort().bounded(work.get());
            worked.put(what, value);
            return value;
        } finally {
            working.remove(what);
        }
    }

    private Value variable(String name) {
        return once("var." + name, () -> {
            var declaration = module.variables().get(name);
            var given = Optional.ofNullable(inputs.get(name));
            if (declaration == null) {
                return given.orElseGet(() -> Value.symbol(within("var." + name), ""));
            }
            var type = declaration.get("type").map(Unworked::of).flatMap(Value::asText);
            var preset = declaration.get("default").map(Unworked::of);
            boolean nullable = declaration
                    .get("nullable")
                    .map(Unworked::of)
                    .flatMap(Value::asTruth)
                    .orElse(true);
            var value = given.filter(said -> nullable || !said.isAbsent())
                    .or(() -> preset)
                    .orElseGet(() -> Value.symbol(within("var." + name), ""));
            return type.map(text -> OptionalMembers.filled(text, value, evaluation))
                    .orElse(value);
        });
    }

    private Value local(String name) {
        var json = module.locals().get(name);
        return json == null ? Value.unknown() : once("local." + name, () -> evaluation.of(json, Names.NONE));
    }

    private Value output(Block block) {
        return once(
                "output." + block.name(),
                () -> block.body()
                        .get("value")
                        .map(json -> evaluation.of(json, Names.NONE))
                        .orElseGet(Value::absent));
    }

    private Value outputNamed(String name) {
        return module.outputs().stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .map(this::output)
                .orElseGet(Value::absent);
    }

    private Value allOutputs() {
        var all = new LinkedHashMap<String, Value>();
        module.outputs().forEach(block -> all.put(block.name(), output(block)));
        return new Value.Fields(all);
    }

    // Modules it calls

    private Value call(List<Step> steps) {
        if (steps.isEmpty() || !(steps.getFirst() instanceof Step.Dot(var name))) {
            return Value.unknown();
        }
        var rest = steps.subList(1, steps.size());
        var instances = children(name);
        if (instances.isEmpty()) {
            return elsewhere(name, rest);
        }
        if (instances.size() == 1 && instances.containsKey("")) {
            var only = instances.get("");
            var from = !rest.isEmpty() && rest.getFirst() instanceof Step.Key && isRepeated(name)
                    ? rest.subList(1, rest.size())
                    : rest;
            return !from.isEmpty() && from.getFirst() instanceof Step.Dot(var output)
                    ? Evaluation.walk(only.outputNamed(output), from.subList(1, from.size()))
                    : Evaluation.walk(only.allOutputs(), from);
        }
        return Evaluation.walk(collection(name, instances), rest);
    }

    private Expansion calling(String name) {
        var block = module.calls().get(name);
        return block == null ? new Expansion.Once() : expansion("module." + name, block);
    }

    private boolean isRepeated(String name) {
        return calling(name) instanceof Expansion.Open;
    }

    private Value collection(String name, Map<String, Instance> instances) {
        return once("module." + name, () -> {
            if (calling(name) instanceof Expansion.Keyed(var keys)) {
                var all = new LinkedHashMap<String, Value>();
                keys.keySet()
                        .forEach(key -> all.put(
                                key,
                                Optional.ofNullable(instances.get(Expansion.suffix(key)))
                                        .map(Instance::allOutputs)
                                        .orElseGet(Value::unknown)));
                return new Value.Fields(all);
            }
            return new Value.Items(
                    instances.values().stream().map(Instance::allOutputs).toList());
        });
    }

    /** A module that is not in this tree: what it yields is its own business. */
    private Value elsewhere(String name, List<Step> steps) {
        boolean none =
                module.calls().containsKey(name) && calling(name) instanceof Expansion.Counted(var times) && times == 0;
        return Evaluation.walk(none ? new Value.Items(List.of()) : Value.symbol(within("module." + name), ""), steps);
    }

    private Map<String, Instance> children(String name) {
        var known = children.get(name);
        if (known != null) {
            return known;
        }
        var block = module.calls().get(name);
        if (block == null) {
            return Map.of();
        }
        var all = new LinkedHashMap<String, Instance>();
        // Before it is filled: a module that is asked for while what it is given is worked out is not there yet.
        children.put(name, all);
        var called = block.body()
                .get("source")
                .map(json -> evaluation.of(json, Names.NONE))
                .flatMap(Value::asText)
                .flatMap(source -> whole.module(module.folder(), source, block.place(), address));
        if (called.isEmpty() && !expansion("module." + name, block).all().isEmpty()) {
            var given = evaluation.members(block.body(), Names.NONE);
            whole.callsElsewhere(new Elsewhere(within("module." + name), new Value.Fields(given).references()));
        }
        if (called.isPresent()) {
            for (var one : expansion("module." + name, block).all()) {
                if (!whole.takesModule(block.place())) {
                    break;
                }
                var given = new HashMap<String, Value>();
                block.body().members().forEach(member -> {
                    if (!META.contains(member.name()) && !member.name().equals("source")) {
                        given.put(member.name(), evaluation.of(member.value(), one.names()));
                    }
                });
                all.put(
                        one.suffix(),
                        new Instance(
                                within("module." + name) + one.suffix(), called.get(), given, dependsOn(block), whole));
            }
        }
        return all;
    }

    // Resources

    private Value resource(String key, List<Step> steps) {
        var block = declared.get(key);
        if (block == null) {
            return Evaluation.walk(Value.symbol(within(key), ""), steps);
        }
        var whole = switch (expansion(key, block)) {
            case Expansion.Once ignored -> Value.symbol(within(key), "");
            case Expansion.Counted(var times) ->
                once("all of " + key, () -> {
                    var all = new ArrayList<Value>();
                    for (int index = 0; index < times; index++) {
                        all.add(Value.symbol(within(key) + "[" + index + "]", ""));
                    }
                    return new Value.Items(all);
                });
            case Expansion.Keyed(var keys) ->
                once("all of " + key, () -> {
                    var all = new LinkedHashMap<String, Value>();
                    keys.keySet()
                            .forEach(each -> all.put(each, Value.symbol(within(key) + Expansion.suffix(each), "")));
                    return new Value.Fields(all);
                });
            case Expansion.Open ignored ->
                steps.isEmpty() || !(steps.getFirst() instanceof Step.Key)
                        ? Value.unknown(Value.symbol(within(key), ""))
                        : Value.symbol(within(key), "");
        };
        boolean all = !(whole instanceof Value.Text);
        boolean stands = whole instanceof Value.Text && expansion(key, block) instanceof Expansion.Open;
        var from = stands ? steps.subList(1, steps.size()) : steps;
        var reached = Evaluation.walk(whole, from);
        return all && from.isEmpty() ? reached : written(key, block, reached);
    }

    private Names names(String key, Block block, Reference reference) {
        var suffix = reference.address().substring(within(key).length());
        return expansion(key, block).all().stream()
                .filter(one -> one.suffix().equals(suffix))
                .map(Expansion.One::names)
                .findFirst()
                .orElse(Names.NONE);
    }

    /** What a block {@code data.template_file} makes, which is what the function templatefile does today. */
    private Value rendered(String key, Block block, Reference reference, Value reached) {
        return once(reference.address() + " rendered", () -> {
            var said = evaluation.members(block.body(), names(key, block, reference));
            var given = said.getOrDefault("vars", new Value.Fields(Map.of())).members();
            return said.getOrDefault("template", Value.absent())
                    .asText()
                    .map(text -> evaluation.template(text, new Names(given)))
                    .orElse(reached);
        });
    }

    /**
     * What a resource says of itself in numbers, truths and lists is that, wherever it is referred to. A text stays a
     * reference: that is what leads from one resource to another.
     */
    private Value written(String key, Block block, Value reached) {
        var symbol = reached instanceof Value.Text text ? text.symbol() : Optional.<Reference>empty();
        if (symbol.isEmpty() || symbol.get().attribute().isEmpty()) {
            return reached;
        }
        var path = symbol.get().attribute().split("\\.", -1);
        if (key.startsWith("data.template_file.") && path[0].equals("rendered")) {
            return rendered(key, block, symbol.get(), reached);
        }
        if (META.contains(path[0]) || block.body().get(path[0]).isEmpty()) {
            return reached;
        }
        var names = names(key, block, symbol.get());
        var said = once(
                symbol.get().address() + " " + path[0],
                () -> evaluation.of(block.body().get(path[0]).orElseThrow(), names));
        var here = said;
        for (int step = 1; step < path.length; step++) {
            here = here.at(path[step]);
        }
        return switch (here) {
            case Value.Num number -> number;
            case Value.Truth truth -> truth;
            case Value.Items items -> items;
            case Value.Fields fields -> fields;
            case Value.Text ignored -> reached;
            case Value.Unknown ignored -> reached;
            case Value.Absent ignored -> reached;
        };
    }
}
