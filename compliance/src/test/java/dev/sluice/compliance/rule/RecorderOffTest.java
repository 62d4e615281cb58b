package dev.sluice.compliance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.Made;
import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecorderOffTest {

    private static final String TYPE = "aws_config_configuration_recorder";

    @Test
    void aRecorderThatRunsIsWell() {
        assertThat(look(Made.live(List.of(), Made.recorder()))).isEmpty();
    }

    @Test
    void noRecorderAndAStoppedOneAreFindingsAndNoCrash() {
        var stopped = Made.resource(true, TYPE, "default", Map.of("recording", new Value.Truth(false)));
        assertThat(look(Made.live(List.of(), stopped)))
                .extracting(Finding::verdict)
                .containsExactly(new Finding.Broken("the recorder default is stopped"));
        assertThat(look(Made.live(List.of())))
                .extracting(Finding::verdict)
                .containsExactly(new Finding.Broken("there is no recorder of the name that is expected"));
    }

    @Test
    void oneThatCouldNotBeReadIsNeither() {
        var unread = Made.resource(true, TYPE, "default", Map.of("recording", new Value.Unknown(Set.of())));
        assertThat(look(Made.live(List.of(), unread)))
                .singleElement()
                .satisfies(one -> assertThat(one.isBroken()).isFalse());
    }

    @Test
    void filesAreNotAskedForIt() {
        assertThat(look(new ResourceGraph(Origin.CONFIGURATION, List.of(), List.of(), List.of(), List.of())))
                .isEmpty();
    }

    private static List<Finding> look(ResourceGraph graph) {
        return Guard.look(graph, Expectations.usual(LocalDate.parse("2026-01-02")), List.of(new RecorderOff()));
    }
}
