package dev.sluice.cli.mapping;

import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/** YAML in which {@code 0012}, {@code no} and {@code 1.50} are the texts they look like. */
final class TextsOnly implements Schema {

    @Override
    public ScalarResolver getScalarResolver() {
        return (value, isImplicit) -> Tag.STR;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return new JsonSchema().getSchemaTagConstructors();
    }
}
