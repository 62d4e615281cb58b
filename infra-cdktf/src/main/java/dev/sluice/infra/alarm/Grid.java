package dev.sluice.infra.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A dashboard's widgets on CloudWatch's grid of 24 columns, as the JSON that it takes. */
final class Grid {

    /** How many columns there are. */
    static final int WIDTH = 24;

    /** How many rows a chart takes. */
    static final int HEIGHT = 6;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String region;
    private final ArrayNode widgets = JSON.arrayNode();

    /** @param region where the metrics are */
    Grid(String region) {
        this.region = region;
    }

    /** Two rows of text from one side to the other. */
    void text(int y, String markdown) {
        widget("text", 0, y, WIDTH, 2).putObject("properties").put("markdown", markdown);
    }

    /** Lines over time, one a metric. */
    void chart(int x, int y, int width, String title, List<Metric> metrics) {
        var properties = widget("metric", x, y, width, HEIGHT)
                .putObject("properties")
                .put("title", title)
                .put("region", region)
                .put("view", "timeSeries")
                .put("stacked", false);
        var list = properties.putArray("metrics");
        for (var metric : metrics) {
            var row = list.addArray().add(metric.namespace()).add(metric.name());
            metric.dimensions().forEach((name, value) -> row.add(name).add(value));
            row.addObject().put("stat", metric.statistic()).put("period", metric.periodSeconds());
        }
    }

    /** The dashboard's body. */
    String body() {
        var body = JSON.objectNode();
        body.set("widgets", widgets);
        return body.toString();
    }

    private ObjectNode widget(String type, int x, int y, int width, int height) {
        return widgets.addObject()
                .put("type", type)
                .put("x", x)
                .put("y", y)
                .put("width", width)
                .put("height", height);
    }
}
