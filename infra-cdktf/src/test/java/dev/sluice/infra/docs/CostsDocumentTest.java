package dev.sluice.infra.docs;

import org.junit.jupiter.api.Test;

/** {@code docs/costs.md} says what the cost model says. */
class CostsDocumentTest {

    @Test
    void thePageIsWhatTheModelSays() {
        new Page("costs.md").is(CostsDocument.of());
    }
}
