package dev.sluice.infra.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** The sources that a setting names. */
final class SourceNames {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SourceNames() {}

    static List<String> in(String sources) {
        try {
            return JSON.readTree(sources)
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the setting was an object when it was read", e);
        }
    }
}
