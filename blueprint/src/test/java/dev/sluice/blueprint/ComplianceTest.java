package dev.sluice.blueprint;

import static dev.sluice.blueprint.Compliance.BLUEPRINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.blueprint.Resource.Bucket;
import dev.sluice.blueprint.Resource.Environment;
import dev.sluice.blueprint.Trigger.Schedule;
import dev.sluice.blueprint.Use.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What watches the pipeline")
class ComplianceTest {

    @Test
    @DisplayName("shares no name with the pipeline: both are deployed into one account")
    void sharesNoName() {
        assertThat(names(BLUEPRINT)).doesNotContainAnyElementsOf(names(Pipeline.BLUEPRINT));
    }

    @Test
    @DisplayName("finds by looking and changes by repairing, never both in one function")
    void looksOrRepairs() {
        assertThat(Compliance.SCANNER.use(Kind.INSPECTS, Compliance.WATCHED)).isPresent();
        assertThat(Compliance.SCANNER.use(Kind.REPAIRS, Compliance.WATCHED)).isEmpty();
        assertThat(Compliance.REMEDIATOR.use(Kind.REPAIRS, Compliance.WATCHED)).isPresent();
        assertThat(Compliance.REMEDIATOR.use(Kind.INSPECTS, Compliance.WATCHED)).isEmpty();
    }

    @Test
    @DisplayName("is called by the clock and by a queue, and has its dead letters")
    void isTriggered() {
        assertThat(Compliance.SCANNER.triggers()).containsExactly(Compliance.SCHEDULE);
        assertThat(Compliance.SCANNER.isDeliveredTo()).isTrue();
        assertThat(BLUEPRINT.resources())
                .contains(
                        Compliance.REPAIRS_QUEUE,
                        Compliance.REPAIRS_QUEUE.deadLetters(),
                        Compliance.SCANNER_DEAD_LETTERS,
                        Compliance.REPORTS_BUCKET,
                        Compliance.WATCHED);
    }

    @Test
    @DisplayName("goes by a schedule of whole minutes")
    void wholeMinutes() {
        assertThat(new Schedule("scan", Duration.ofMinutes(1)).every()).isEqualTo(Duration.ofMinutes(1));
        for (var wrong : List.of(
                Duration.ZERO,
                Duration.ofSeconds(59),
                Duration.ofSeconds(61),
                Duration.ofMinutes(2).plusNanos(1))) {
            assertThatThrownBy(() -> new Schedule("scan", wrong)).hasMessageContaining("whole minutes");
        }
        assertThatThrownBy(() -> new Schedule("Scan", Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bucket("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Environment("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("each use goes with its own kind of resource, and with no other")
    void usesFit() {
        var fitting = Map.<Resource, Set<Kind>>of(
                Pipeline.TRANSACTIONS_TABLE, Set.of(Kind.READS, Kind.LISTS, Kind.WRITES, Kind.UPDATES),
                Pipeline.ALERTS_TOPIC, Set.of(Kind.PUBLISHES),
                Pipeline.NOTIFICATIONS_QUEUE, Set.of(Kind.SENDS),
                Pipeline.SOURCE_SECRETS, Set.of(Kind.READS_SECRETS),
                Pipeline.QUERY_DEAD_LETTERS, Set.of(),
                Compliance.REPORTS_BUCKET, Set.of(Kind.STORES),
                Compliance.WATCHED, Set.of(Kind.INSPECTS, Kind.REPAIRS));
        fitting.forEach((resource, kinds) ->
                assertThat(kindsOf(resource)).as(resource.name()).isEqualTo(kinds));
    }

    private static Set<Kind> kindsOf(Resource resource) {
        var taken = new HashSet<Kind>();
        for (var kind : Kind.values()) {
            try {
                taken.add(new Use(kind, resource, "NAME").kind());
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("does not go with");
            }
        }
        return taken;
    }

    private static Set<String> names(Blueprint blueprint) {
        return Stream.concat(
                        blueprint.functions().stream().map(Function::name),
                        blueprint.resources().stream().map(Resource::name))
                .collect(Collectors.toSet());
    }
}
