package dev.sluice.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.blueprint.Resource.DeadLetterQueue;
import dev.sluice.blueprint.Resource.Index;
import dev.sluice.blueprint.Resource.Keys;
import dev.sluice.blueprint.Resource.Queue;
import dev.sluice.blueprint.Resource.Secrets;
import dev.sluice.blueprint.Resource.Topic;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resource refuses, with the words it uses. */
class ResourceTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final DeadLetterQueue LOST = new DeadLetterQueue("lost", A_DAY);

    @ParameterizedTest
    @ValueSource(strings = {"a", "transactions", "processor-dlq", "a1-2b", "x234567890123456789012345678901234567890"})
    void aNameIsLowerCaseWordsJoinedByDashes(String name) {
        assertThat(Blueprints.table(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Transactions",
                "1st",
                "-a",
                "a-",
                "a--b",
                "a_b",
                "a b",
                "ä",
                "x2345678901234567890123456789012345678901"
            })
    void anyOtherNameIsRefusedAndRepeated(String name) {
        assertThatThrownBy(() -> Blueprints.table(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("table name is lower-case words joined by dashes, at most 40 characters: '" + name + "'");
    }

    @Test
    void theRefusalSaysWhatKindOfThingWasToBeNamed() {
        assertThatThrownBy(() -> new Topic("T")).hasMessageStartingWith("topic name is ");
        assertThatThrownBy(() -> new Secrets("S")).hasMessageStartingWith("secrets name is ");
        assertThatThrownBy(() -> new Index("I", new Keys("pk", "sk"))).hasMessageStartingWith("index name is ");
        assertThatThrownBy(() -> new DeadLetterQueue("Q", A_DAY)).hasMessageStartingWith("queue name is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Pk", "1k", "p k", "p-k", "ä1"})
    void aKeyAttributeOfAnotherFormIsRefusedAndRepeated(String attribute) {
        assertThatThrownBy(() -> new Keys(attribute, "sk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key attribute is letters and digits, a small one first: '" + attribute + "'");
        assertThatThrownBy(() -> new Keys("pk", attribute)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyHasTwoAttributes() {
        assertThatThrownBy(() -> new Keys("pk", "pk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key has two attributes, not 'pk' twice");
    }

    @Test
    void aDeadLetterStaysBetweenAMinuteAndFourteenDays() {
        assertThat(new DeadLetterQueue("dlq", Duration.ofMinutes(1)).retention())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(new DeadLetterQueue("dlq", Duration.ofDays(14)).retention()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void aShorterOrLongerRetentionIsRefused() {
        assertThatThrownBy(() -> new DeadLetterQueue("dlq", Duration.ofSeconds(59)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dlq: retention is 1 minute to 14 days, not PT59S");
        assertThatThrownBy(() -> new DeadLetterQueue("dlq", Duration.ofDays(14).plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dlq: retention is 1 minute to 14 days, not PT336H1S");
    }

    @ParameterizedTest
    @CsvSource({"PT1S,PT1M,1", "PT12H,P14D,1000"})
    void aQueueMayHaveWhatSqsOffers(Duration visibilityTimeout, Duration retention, int receives) {
        var queue = new Queue("work", visibilityTimeout, retention, receives, LOST);
        assertThat(queue.visibilityTimeout()).isEqualTo(visibilityTimeout);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT0S|P1D|5|work: a message is hidden for whole seconds up to 12 hours, not PT0S",
                "PT0.5S|P1D|5|work: a message is hidden for whole seconds up to 12 hours, not PT0.5S",
                "PT12H1S|P1D|5|work: a message is hidden for whole seconds up to 12 hours, not PT12H1S",
                "PT1S|PT59S|5|work: retention is 1 minute to 14 days, not PT59S",
                "PT1S|P15D|5|work: retention is 1 minute to 14 days, not PT360H",
                "PT1S|P1D|0|work: a message is received 1 to 1000 times, not 0",
                "PT1S|P1D|1001|work: a message is received 1 to 1000 times, not 1001",
            })
    void anotherQueueIsRefused(Duration visibilityTimeout, Duration retention, int receives, String message) {
        assertThatThrownBy(() -> new Queue("work", visibilityTimeout, retention, receives, LOST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
