package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Output;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Provider;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a plan as <code>terraform show -json</code> writes it.
 *
 * <p>What only the apply tells is unknown; what it is made of is taken from the configuration that the plan repeats.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">Terraform: JSON Output Format</a>
 */
final class PlanReader {

    private final Place place;
    private final PlanReferences references;
    private final boolean hasConfiguration;

    PlanReader(Place place, PlanReferences references, boolean hasConfiguration) {
        this.place = place;
        this.references = references;
        this.hasConfiguration = hasConfiguration;
    }

    /** Whether a document is a plan. */
    static boolean isPlan(Json.Obj document) {
        return document.get("resource_changes").isPresent()
                || document.get("planned_values").isPresent();
    }

    /** The graph of what there will be when the plan is applied. */
    static ResourceGraph read(Json.Obj plan, String file) {
        var references = PlanReferences.of(plan.get("configuration"));
        var reader = new PlanReader(
                new Place(file, 0), references, plan.get("configuration").isPresent());
        var all = new ArrayList<Resource>();
        objects(plan.get("resource_changes"))
                .forEach(change -> reader.change(change).ifPresent(all::add));
        if (all.isEmpty()) {
            plan.get("planned_values")
                    .flatMap(values -> member(values, "root_module"))
                    .ifPresent(root -> reader.module(root, all));
        }
        // What is looked up and was known already is in no change.
        plan.get("prior_state")
                .flatMap(state -> member(state, "values"))
                .flatMap(values -> member(values, "root_module"))
                .ifPresent(root -> {
                    var before = new ArrayList<Resource>();
                    reader.module(root, before);
                    before.stream().filter(Resource::data).forEach(all::add);
                });
        return new ResourceGraph(Origin.PLAN, all, reader.outputs(plan), reader.providers(plan), List.of());
    }

    private Optional<Resource> change(Json.Obj change) {
        var address = text(change, "address");
        var type = text(change, "type");
        var details = change.get("change").filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast);
        if (address.isEmpty() || type.isEmpty() || details.isEmpty()) {
            return Optional.empty();
        }
        var after = details.get().get("after").map(Unworked::literal).orElseGet(Value::absent);
        if (!(after instanceof Value.Fields known)) {
            // It is destroyed.
            return Optional.empty();
        }
        var unknown = details.get().get("after_unknown").map(Unworked::literal).orElseGet(Value::absent);
        var module = text(change, "module_address").orElse("");
        var block = references.block(address.get());
        var said = merged(known, unknown, block.expressions(), module);
        var before = details.get().get("before").map(Unworked::literal);
        return Optional.of(new Resource(
                address.get(),
                module,
                text(change, "mode").equals(Optional.of("data")),
                type.get(),
                text(change, "name").orElse(""),
                said,
                block.dependsOn(),
                place,
                before.filter(Value.Fields.class::isInstance).map(Value.Fields.class::cast),
                new Value.Fields(Map.of()),
                List.of()));
    }

    /** Planned values and states have the same shape: resources, and modules with theirs. */
    void module(Json module, List<Resource> into) {
        if (!(module instanceof Json.Obj object)) {
            return;
        }
        var address = text(object, "address").orElse("");
        for (var resource : objects(object.get("resources"))) {
            var at = text(resource, "address");
            var type = text(resource, "type");
            if (at.isEmpty() || type.isEmpty()) {
                continue;
            }
            var values = resource.get("values").map(Unworked::literal).orElseGet(Value::absent);
            var block = references.block(at.get());
            into.add(new Resource(
                    at.get(),
                    address,
                    text(resource, "mode").equals(Optional.of("data")),
                    type.get(),
                    text(resource, "name").orElse(""),
                    values instanceof Value.Fields fields
                            ? merged(fields, Value.absent(), block.expressions(), address)
                            : new Value.Fields(Map.of()),
                    waits(resource, block),
                    place,
                    Optional.empty(),
                    new Value.Fields(Map.of()),
                    List.of()));
        }
        objects(object.get("child_modules")).forEach(child -> module(child, into));
    }

    /** What a resource waits for: as its block says, and in a state as it was. */
    private static Set<String> waits(Json.Obj resource, PlanReferences.Planned block) {
        var all = new LinkedHashSet<>(block.dependsOn());
        resource.get("depends_on")
                .filter(Json.Arr.class::isInstance)
                .map(Json.Arr.class::cast)
                .ifPresent(addresses -> addresses.items().stream()
                        .filter(Json.Str.class::isInstance)
                        .map(address -> ((Json.Str) address).text())
                        .forEach(all::add));
        return all;
    }

    /** What is known, with what is not in its place. Known names and ARNs lead to their resource by themselves. */
    private Value.Fields merged(Value.Fields known, Value unknown, Map<String, Json> expressions, String module) {
        var all = new LinkedHashMap<>(known.values());
        unknown.members().forEach((name, marks) -> {
            var expression = Optional.ofNullable(expressions.get(name));
            var merged = merged(all.getOrDefault(name, Value.absent()), marks, expression, module);
            if (!merged.isAbsent()) {
                all.put(name, merged);
            }
        });
        return new Value.Fields(all);
    }

    private Value merged(Value known, Value marks, Optional<Json> expression, String module) {
        return switch (marks) {
            case Value.Truth(var isUnknown) -> isUnknown ? unknown(expression, module) : known;
            case Value.Fields(var members) -> {
                var all = new LinkedHashMap<>(known.members());
                members.forEach((name, mark) -> {
                    var value = merged(
                            all.getOrDefault(name, Value.absent()),
                            mark,
                            expression.flatMap(json -> member(json, name)).or(() -> expression),
                            module);
                    if (!value.isAbsent()) {
                        all.put(name, value);
                    }
                });
                yield members.isEmpty() ? known : new Value.Fields(all);
            }
            case Value.Items(var items) -> {
                var before = known.each();
                var all = new ArrayList<Value>();
                for (int index = 0; index < Math.max(items.size(), before.size()); index++) {
                    var mark = index < items.size() ? items.get(index) : new Value.Truth(false);
                    var value = index < before.size() ? before.get(index) : Value.absent();
                    all.add(merged(value, mark, element(expression, index), module));
                }
                yield known.isAbsent() && all.isEmpty() ? known : new Value.Items(all);
            }
            default -> known;
        };
    }

    private static Optional<Json> element(Optional<Json> expression, int index) {
        return expression.flatMap(json -> switch (json) {
            case Json.Arr(var items, var ignored) ->
                index < items.size() ? Optional.of(items.get(index)) : Optional.of(json);
            default -> Optional.of(json);
        });
    }

    private Value unknown(Optional<Json> expression, String module) {
        var from = new LinkedHashSet<Reference>();
        expression.ifPresent(json -> references.collect(json, module, from));
        if (!hasConfiguration) {
            // Without what was written nobody can say that nothing was.
            from.add(new Reference("configuration", ""));
        }
        return new Value.Unknown(from);
    }

    private List<Output> outputs(Json.Obj plan) {
        var all = new ArrayList<Output>();
        var planned = plan.get("planned_values").flatMap(values -> member(values, "outputs"));
        if (planned.isPresent() && planned.get() instanceof Json.Obj object) {
            object.members().forEach(output -> all.add(new Output(output.name(), output(output), place)));
        }
        return all;
    }

    /** What an output is made of says more than what it came to: a known URL leads to nothing. */
    private Value output(Json.Member output) {
        var from = references.output(output.name());
        return from.references().isEmpty()
                ? member(output.value(), "value").map(Unworked::literal).orElse(from)
                : from;
    }

    private List<Provider> providers(Json.Obj plan) {
        var all = new ArrayList<Provider>();
        var configured = plan.get("configuration").flatMap(configuration -> member(configuration, "provider_config"));
        if (configured.isPresent() && configured.get() instanceof Json.Obj object) {
            object.members()
                    .forEach(provider -> all.add(new Provider(
                            member(provider.value(), "name")
                                    .map(Unworked::literal)
                                    .flatMap(Value::asText)
                                    .orElse(provider.name()),
                            settings(provider.value()),
                            place)));
        }
        return all;
    }

    private Value.Fields settings(Json provider) {
        var all = new LinkedHashMap<String, Value>();
        member(provider, "expressions").ifPresent(expressions -> {
            if (expressions instanceof Json.Obj object) {
                object.members().forEach(each -> all.put(each.name(), constant(each.value())));
            }
        });
        return new Value.Fields(all);
    }

    /** What an expression is, where the configuration writes it out. */
    private Value constant(Json expression) {
        return switch (expression) {
            case Json.Obj object -> {
                var written = object.get("constant_value");
                if (written.isPresent()) {
                    yield Unworked.literal(written.get());
                }
                if (object.get("references").isPresent()) {
                    yield unknown(Optional.of(object), "");
                }
                var all = new LinkedHashMap<String, Value>();
                object.members().forEach(each -> all.put(each.name(), constant(each.value())));
                yield new Value.Fields(all);
            }
            case Json.Arr(var items, var ignored) ->
                new Value.Items(items.stream().map(this::constant).toList());
            case Json.Str ignored -> Value.absent();
            case Json.Num ignored -> Value.absent();
            case Json.Bool ignored -> Value.absent();
            case Json.Null ignored -> Value.absent();
        };
    }

    static Optional<Json> member(Json json, String name) {
        return json instanceof Json.Obj object ? object.get(name) : Optional.empty();
    }

    static List<Json.Obj> objects(Optional<Json> json) {
        return json.map(Blocks::objects).orElseGet(List::of);
    }

    static Optional<String> text(Json.Obj object, String name) {
        return object.get(name).filter(Json.Str.class::isInstance).map(value -> ((Json.Str) value).text());
    }
}
