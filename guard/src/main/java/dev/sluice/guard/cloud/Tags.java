package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tags a resource has, those of its provider's {@code default_tags} among them. */
public final class Tags {

    private final Map<String, Value> byDefault = new LinkedHashMap<>();
    private boolean open;

    Tags(ResourceGraph graph) {
        for (var provider : graph.providers()) {
            if (provider.name().equals("aws")) {
                var tags = provider.settings().at("default_tags", "tags");
                byDefault.putAll(tags.members());
                open |= tags.isOpen();
            }
        }
    }

    /** The tags that are known to be there. */
    public Map<String, Value> of(Resource resource) {
        var all = new LinkedHashMap<>(byDefault);
        all.putAll(resource.at("tags_all").members());
        all.putAll(resource.at("tags").members());
        return all;
    }

    /** Whether there may be others. */
    public boolean mayHaveMore(Resource resource) {
        return open || resource.at("tags").isOpen() || resource.at("tags_all").isOpen();
    }
}
