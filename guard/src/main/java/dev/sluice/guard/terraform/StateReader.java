package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Output;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a state as <code>terraform show -json</code> writes it: what was deployed, as Terraform remembers it. Nothing in
 * it is unknown.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">Terraform: JSON Output Format</a>
 */
final class StateReader {

    private StateReader() {}

    /** Whether a document is a state: values, and nothing that is planned. */
    static boolean isState(Json.Obj document) {
        return document.get("values").isPresent() && !PlanReader.isPlan(document);
    }

    /** The graph of what there is. */
    static ResourceGraph read(Json.Obj state, String file) {
        var place = new Place(file, 0);
        var values = state.get("values");
        var all = new ArrayList<Resource>();
        values.flatMap(known -> PlanReader.member(known, "root_module"))
                .ifPresent(root -> new PlanReader(place, PlanReferences.of(Optional.empty()), true).module(root, all));
        var outputs = new ArrayList<Output>();
        values.flatMap(known -> PlanReader.member(known, "outputs"))
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .ifPresent(object -> object.members()
                        .forEach(output -> outputs.add(new Output(
                                output.name(),
                                PlanReader.member(output.value(), "value")
                                        .map(Unworked::literal)
                                        .orElseGet(Value::absent),
                                place))));
        return new ResourceGraph(Origin.STATE, all, outputs, List.of(), List.of());
    }
}
