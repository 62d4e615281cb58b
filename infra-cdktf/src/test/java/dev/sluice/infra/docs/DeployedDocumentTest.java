package dev.sluice.infra.docs;

import dev.sluice.infra.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/deployed.md} shows what the stacks make. */
class DeployedDocumentTest {

    @Test
    void thePageIsWhatTheStacksMake() {
        new Page("deployed.md")
                .is(DeployedDocument.of(List.of(
                        new DeployedDocument.Stack(
                                "transactions", Synthesized.of("dev", "{}"), Synthesized.of("prod", "{}")),
                        new DeployedDocument.Stack(
                                "compliance",
                                Synthesized.ofCompliance("dev", "{}"),
                                Synthesized.ofCompliance("prod", "{}")))));
    }
}
