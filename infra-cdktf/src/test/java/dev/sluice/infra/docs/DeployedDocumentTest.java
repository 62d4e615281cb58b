package dev.sluice.infra.docs;

import dev.sluice.infra.Synthesized;
import org.junit.jupiter.api.Test;

/** {@code docs/deployed.md} shows what the stack makes. */
class DeployedDocumentTest {

    @Test
    void thePageIsWhatTheStackMakes() {
        new Page("deployed.md").is(DeployedDocument.of(Synthesized.of("dev", "{}"), Synthesized.of("prod", "{}")));
    }
}
