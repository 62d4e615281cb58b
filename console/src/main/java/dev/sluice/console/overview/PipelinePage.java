package dev.sluice.console.overview;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.blueprint.Blueprint;
import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.io.IOException;

/** A pipeline as a drawing, made of its blueprint alone. */
public final class PipelinePage implements Page {

    private final Drawing drawing;

    public PipelinePage(Blueprint blueprint) {
        this.drawing = Drawing.of(blueprint);
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        return Answers.json(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("nodes");
        for (var node : drawing.cells().entrySet()) {
            json.writeStartObject();
            json.writeStringField("id", node.getKey().id());
            json.writeStringField("kind", node.getKey().kind().code());
            json.writeStringField("label", node.getKey().label());
            json.writeStringField("note", node.getKey().note());
            json.writeNumberField("column", node.getValue().column());
            json.writeNumberField("lane", node.getValue().lane());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
        for (var edge : drawing.edges()) {
            json.writeStartObject();
            json.writeStringField("from", edge.from().id());
            json.writeStringField("to", edge.to().id());
            json.writeStringField("kind", edge.kind().code());
            json.writeStringField("label", edge.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
