package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.journal.Event;
import java.util.List;

/** The pipeline as a drawing. */
record PipelineSection(Flow flow, List<Event.Passed> passed) implements Section {

    @Override
    public String id() {
        return "pipeline";
    }

    @Override
    public String title() {
        return "The pipeline as it was deployed";
    }

    @Override
    public void body(Html html) {
        html.element(
                "p",
                "Read from the state: routes, subscriptions, event sources, dead-letter targets, and what roles let their"
                        + " functions call. The numbers say how often something arrived during the run; calls are"
                        + " drawn without one where only their permission was seen. Nothing passed on a dashed line.",
                "class",
                "lead");
        html.open("div", "class", "scroll");
        new Picture(flow, passed).write(html);
        html.close();
    }
}
