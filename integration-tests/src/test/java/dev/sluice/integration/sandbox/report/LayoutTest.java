package dev.sluice.integration.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The picture")
class LayoutTest {

    private final Flow flow;

    LayoutTest() {
        var deployment = Samples.deployment();
        var journal = Samples.journal();
        flow = Flow.of(deployment, journal, Granted.of(deployment, journal));
    }

    @Test
    @DisplayName("stands from left to right as a transaction goes, its dead letters below")
    void leftToRight() {
        var cells = Layout.of(flow).cells().entrySet().stream()
                .collect(Collectors.toMap(
                        cell -> cell.getKey().kind() + " " + cell.getKey().name(),
                        cell -> cell.getValue().column() + "," + cell.getValue().row()));

        assertThat(cells)
                .containsEntry("API taker", "0,0")
                .containsEntry("function taker", "1,0")
                .containsEntry("topic orders", "2,0")
                .containsEntry("function keeper", "3,0")
                .containsEntry("table orders", "4,0")
                .containsEntry("dead letters keeper-dlq", "3,1")
                .hasSize(6);
    }

    @Test
    @DisplayName("counts what passed where, and knows a route by the path that was asked for")
    void counts() {
        assertThat(flow.edges())
                .extracting(
                        edge -> edge.from().kind() + " > " + edge.to().kind() + " " + edge.passed() + " " + edge.used())
                .containsExactlyInAnyOrder(
                        "API > function 1 true",
                        "function > topic 0 true",
                        "topic > function 1 true",
                        "function > table 1 true",
                        "function > dead letters 0 false");
    }

    @Test
    @DisplayName("knows a route by its parts, and not by less or more")
    void routes() {
        assertThat(Place.leads("GET /a/{id}", "GET /a/7")).isTrue();
        assertThat(Place.leads("GET /a/{id}", "GET /a/")).isFalse();
        assertThat(Place.leads("GET /a/{id}", "GET /a/7/b")).isFalse();
        assertThat(Place.leads("GET /a/{id}", "POST /a/7")).isFalse();
    }
}
