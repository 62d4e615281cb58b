package dev.sluice.blueprint;

import static dev.sluice.blueprint.Use.Kind.LISTS;
import static dev.sluice.blueprint.Use.Kind.PUBLISHES;
import static dev.sluice.blueprint.Use.Kind.READS;
import static dev.sluice.blueprint.Use.Kind.READS_SECRETS;
import static dev.sluice.blueprint.Use.Kind.SENDS;
import static dev.sluice.blueprint.Use.Kind.UPDATES;
import static dev.sluice.blueprint.Use.Kind.WRITES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.blueprint.Resource.DeadLetterQueue;
import dev.sluice.blueprint.Resource.Secrets;
import dev.sluice.blueprint.Resource.Table;
import dev.sluice.blueprint.Resource.Topic;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which kind of use goes with which resource, and what its environment variable is called. */
class UseTest {

    private static final Table TABLE = Blueprints.table("card-moves");
    private static final Topic TOPIC = new Topic("card-moves");
    private static final Resource.Queue WORK = Blueprints.queue("card-moves");
    private static final Secrets SECRETS = new Secrets("sender");
    private static final DeadLetterQueue QUEUE = new DeadLetterQueue("lost", Duration.ofDays(1));

    @Test
    void theVariableIsTheResourcesNameWithWhatItHolds() {
        assertThat(Use.reads(TABLE)).isEqualTo(new Use(READS, TABLE, "CARD_MOVES_TABLE"));
        assertThat(Use.lists(TABLE)).isEqualTo(new Use(LISTS, TABLE, "CARD_MOVES_TABLE"));
        assertThat(Use.writes(TABLE)).isEqualTo(new Use(WRITES, TABLE, "CARD_MOVES_TABLE"));
        assertThat(Use.updates(TABLE)).isEqualTo(new Use(UPDATES, TABLE, "CARD_MOVES_TABLE"));
        assertThat(Use.sends(WORK)).isEqualTo(new Use(SENDS, WORK, "CARD_MOVES_QUEUE_URL"));
        assertThat(Use.publishes(TOPIC)).isEqualTo(new Use(PUBLISHES, TOPIC, "CARD_MOVES_TOPIC_ARN"));
        assertThat(Use.readsSecrets(SECRETS)).isEqualTo(new Use(READS_SECRETS, SECRETS, "SENDER_SECRETS_PREFIX"));
    }

    static List<Arguments> whatGoesWithWhat() {
        return List.of(
                Arguments.of(TABLE, EnumSet.of(READS, LISTS, WRITES, UPDATES)),
                Arguments.of(WORK, EnumSet.of(SENDS)),
                Arguments.of(TOPIC, EnumSet.of(PUBLISHES)),
                Arguments.of(SECRETS, EnumSet.of(READS_SECRETS)),
                Arguments.of(QUEUE, EnumSet.noneOf(Use.Kind.class)));
    }

    @ParameterizedTest
    @MethodSource("whatGoesWithWhat")
    void everyOtherKindIsRefusedWithBothThatClash(Resource resource, Set<Use.Kind> fitting) {
        for (var kind : Use.Kind.values()) {
            if (fitting.contains(kind)) {
                assertThat(new Use(kind, resource, "X").kind()).isEqualTo(kind);
            } else {
                assertThatThrownBy(() -> new Use(kind, resource, "X"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(kind + " does not go with " + resource);
            }
        }
    }
}
