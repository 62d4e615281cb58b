package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Address;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's configuration says that values are made of: for each expression the names in it, as seen from the module
 * it is in. What a module was given and what it yields is followed through to the resources.
 */
final class PlanReferences {

    /** A name that leads to a name that leads to a name; deeper it goes round in a circle. */
    private static final int DEEPEST = 30;

    /** What a block's expressions are, and what it waits for. */
    record Planned(Map<String, Json> expressions, Set<String> dependsOn) {
        static final Planned NOTHING = new Planned(Map.of(), Set.of());
    }

    /** A module's part of the configuration. */
    private record Part(Json.Obj module, Optional<Json> given) {}

    /**
     * Where a name was followed to.
     *
     * @param into the resources it led to
     * @param followed the names on the way: each is followed once
     */
    private record Trail(Collection<Reference> into, Set<String> followed) {}

    private final Map<String, Part> modules = new HashMap<>();
    private final Map<String, Planned> blocks = new HashMap<>();

    private PlanReferences() {}

    static PlanReferences of(Optional<Json> configuration) {
        var all = new PlanReferences();
        configuration.flatMap(json -> PlanReader.member(json, "root_module")).ifPresent(root -> {
            if (root instanceof Json.Obj object) {
                all.module("", object, Optional.empty(), 0);
            }
        });
        return all;
    }

    private void module(String address, Json.Obj module, Optional<Json> given, int depth) {
        modules.put(address, new Part(module, given));
        for (var resource : PlanReader.objects(module.get("resources"))) {
            var expressions = new LinkedHashMap<String, Json>();
            resource.get("expressions").ifPresent(json -> {
                if (json instanceof Json.Obj object) {
                    object.members().forEach(each -> expressions.put(each.name(), each.value()));
                }
            });
            var waits = new LinkedHashSet<String>();
            resource.get("depends_on").map(Unworked::literal).stream()
                    .flatMap(value -> value.each().stream())
                    .flatMap(value -> value.asText().stream())
                    .forEach(name -> waits.add(within(address, Address.withoutKeys(name))));
            PlanReader.text(resource, "address")
                    .ifPresent(name -> blocks.put(within(address, name), new Planned(expressions, waits)));
        }
        module.get("module_calls").ifPresent(calls -> {
            if (calls instanceof Json.Obj object && depth < DEEPEST) {
                for (var call : object.members()) {
                    PlanReader.member(call.value(), "module").ifPresent(called -> {
                        if (called instanceof Json.Obj child) {
                            module(
                                    within(address, "module." + call.name()),
                                    child,
                                    PlanReader.member(call.value(), "expressions"),
                                    depth + 1);
                        }
                    });
                }
            }
        });
    }

    private static String within(String module, String local) {
        return module.isEmpty() ? local : module + "." + local;
    }

    /** What is configured of the resource at an address. */
    Planned block(String address) {
        return blocks.getOrDefault(Address.withoutKeys(address), Planned.NOTHING);
    }

    /** What an output of the root is made of. */
    Value output(String name) {
        var from = new LinkedHashSet<Reference>();
        follow("output", name, "", new Trail(from, new HashSet<>()), 0);
        return new Value.Unknown(from);
    }

    /** The resources that an expression of a module is made of. */
    void collect(Json expression, String module, Collection<Reference> into) {
        collect(expression, Address.withoutKeys(module), new Trail(into, new HashSet<>()), 0);
    }

    private void collect(Json json, String module, Trail trail, int depth) {
        switch (json) {
            case Json.Obj object -> {
                object.get("references").map(Unworked::literal).stream()
                        .flatMap(value -> mostExact(value.each()).stream())
                        .forEach(name -> name(name, module, trail, depth));
                if (object.get("references").isEmpty()) {
                    object.members().forEach(each -> collect(each.value(), module, trail, depth));
                }
            }
            case Json.Arr(var items, var ignored) -> items.forEach(item -> collect(item, module, trail, depth));
            case Json.Str ignored -> {}
            case Json.Num ignored -> {}
            case Json.Bool ignored -> {}
            case Json.Null ignored -> {}
        }
    }

    /** A plan names the resource behind each attribute as well. */
    private static List<String> mostExact(List<Value> names) {
        var all =
                names.stream().flatMap(value -> value.asText().stream()).collect(Collectors.toCollection(TreeSet::new));
        return all.stream()
                .filter(name ->
                        !begins(all.higher(name + "."), name + ".") && !begins(all.higher(name + "["), name + "["))
                .toList();
    }

    private static boolean begins(@Nullable String text, String beginning) {
        return text != null && text.startsWith(beginning);
    }

    private void name(String name, String module, Trail trail, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        var parts = Address.withoutKeys(name).split("\\.", -1);
        switch (parts[0]) {
            case "var" -> follow("var", parts.length > 1 ? parts[1] : "", module, trail, depth);
            case "module" -> {
                if (parts.length > 2) {
                    follow("output", parts[2], within(module, "module." + parts[1]), trail, depth);
                }
            }
            case "local", "each", "count", "path", "self", "terraform" ->
                trail.into().add(new Reference(within(module, name), ""));
            default -> {
                int labels = parts[0].equals("data") ? 3 : 2;
                if (parts.length >= labels) {
                    trail.into()
                            .add(new Reference(
                                    within(
                                            module,
                                            String.join(".", List.of(parts).subList(0, labels))),
                                    String.join(".", List.of(parts).subList(labels, parts.length))));
                }
            }
        }
    }

    private void follow(String kind, String name, String module, Trail trail, int depth) {
        var part = modules.get(module);
        if (part == null || !trail.followed().add(within(module, kind + "." + name))) {
            return;
        }
        if (kind.equals("output")) {
            part.module()
                    .get("outputs")
                    .flatMap(outputs -> PlanReader.member(outputs, name))
                    .flatMap(output -> PlanReader.member(output, "expression"))
                    .ifPresent(expression -> collect(expression, module, trail, depth + 1));
            return;
        }
        var given = part.given().flatMap(json -> PlanReader.member(json, name));
        if (given.isPresent()) {
            collect(given.get(), parent(module), trail, depth + 1);
        } else {
            trail.into().add(new Reference(within(module, "var." + name), ""));
        }
    }

    private static String parent(String module) {
        int last = module.lastIndexOf("module.");
        return last <= 0 ? "" : module.substring(0, last - 1);
    }
}
