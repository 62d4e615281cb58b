package dev.sluice.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.blueprint.Resource.DeadLetterQueue;
import dev.sluice.blueprint.Resource.Topic;
import dev.sluice.blueprint.Trigger.Access;
import dev.sluice.blueprint.Trigger.Messages;
import dev.sluice.blueprint.Trigger.Method;
import dev.sluice.blueprint.Trigger.Route;
import dev.sluice.blueprint.Trigger.Stream;
import dev.sluice.blueprint.Trigger.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function and its trigger refuse, and how a function finds its uses. */
class FunctionTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final DeadLetterQueue DEAD_LETTERS = new DeadLetterQueue("lost", Duration.ofDays(1));
    private static final Asynchronous FAILING = Asynchronous.standard(DEAD_LETTERS);
    private static final Optional<Metrics.Records> COUNTED =
            Optional.of(new Metrics.Records("Failed", List.of("Done")));
    private static final Subscription SUBSCRIPTION = new Subscription(new Topic("news"), DEAD_LETTERS);

    private static Function function(String name, int memory, Duration timeout) {
        return new Function(name, "Does it", "a.B", memory, timeout, List.of(), List.of(), List.of(), FAILING, COUNTED);
    }

    private static Function triggeredBy(Trigger trigger) {
        return new Function(
                "f", "Does it", "a.B", 512, A_SECOND, List.of(trigger), List.of(), List.of(), FAILING, COUNTED);
    }

    @Test
    void aNameOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> function("Validator", 512, A_SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("function name is lower-case words joined by dashes, at most 40 characters: 'Validator'");
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 512, 10_240})
    void memoryMayBeWhatLambdaOffers(int memory) {
        assertThat(function("f", memory, A_SECOND).memoryMegabytes()).isEqualTo(memory);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 127, 10_241})
    void otherMemoryIsRefused(int memory) {
        assertThatThrownBy(() -> function("f", memory, A_SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("f: memory is 128 to 10240 MB, not " + memory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT15M"})
    void theTimeoutIsWholeSecondsUpToFifteenMinutes(Duration timeout) {
        assertThat(function("f", 512, timeout).timeout()).isEqualTo(timeout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S", "PT15M1S"})
    void anotherTimeoutIsRefused(Duration timeout) {
        assertThatThrownBy(() -> function("f", 512, timeout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("f: timeout is whole seconds up to 15 minutes, not " + timeout);
    }

    @Test
    void aSubscribedFunctionIsDeliveredTo() {
        assertThat(triggeredBy(SUBSCRIPTION).isDeliveredTo()).isTrue();
    }

    @Test
    void whoIsHandedBatchesWithoutCountingWhatFailsIsRefused() {
        var queue = new Resource.Queue("work", Duration.ofMinutes(1), Duration.ofDays(1), 5, DEAD_LETTERS);
        List<Trigger> triggers = List.of(new Messages(queue, 10, 2));
        assertThatThrownBy(() -> new Function(
                        "f",
                        "Does it",
                        "a.B",
                        512,
                        A_SECOND,
                        triggers,
                        List.of(),
                        List.of(),
                        FAILING,
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("f: what is handed batches counts the records that fail");
    }

    @Test
    void aFunctionThatAnswersRequestsAloneIsNot() {
        assertThat(triggeredBy(new Route(Method.GET, "/x", Access.OPERATOR)).isDeliveredTo())
                .isFalse();
    }

    @Test
    void aMessageIsHiddenForSixTimesAsLongAsItsFunctionMayRun() {
        var queue = new Resource.Queue("work", Duration.ofSeconds(6), Duration.ofDays(1), 5, DEAD_LETTERS);
        var messages = new Messages(queue, 10, 2);
        assertThat(triggeredBy(messages).triggers()).containsExactly(messages);

        var shorter = new Messages(
                new Resource.Queue("work", Duration.ofSeconds(5), Duration.ofDays(1), 5, DEAD_LETTERS), 10, 2);
        assertThatThrownBy(() -> triggeredBy(shorter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("f: the queue work hides a message for PT5S, which is less than six times the timeout of"
                        + " PT1S");
    }

    @ParameterizedTest
    @CsvSource({"0,2,batch,1,10", "11,2,batch,1,10", "1,1,concurrency,2,1000", "1,1001,concurrency,2,1000"})
    void aBatchOfMessagesHasTheLimitsOfLambda(int batch, int concurrency, String what, int least, int most) {
        assertThatThrownBy(() -> new Messages(Blueprints.queue("work"), batch, concurrency))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(what + " is " + least + " to " + most + ", not "
                        + (what.equals("batch") ? batch : concurrency));
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,0,PT1M,batch",
        "1001,1,0,PT1M,batch",
        "1,0,0,PT1M,parallel",
        "1,11,0,PT1M,parallel",
        "1,1,-1,PT1M,retries",
        "1,1,10001,PT1M,retries",
        "1,1,0,PT59S,longest age",
        "1,1,0,P8D,longest age"
    })
    void aStreamHasTheLimitsOfLambda(int batch, int parallel, int retries, Duration longestAge, String what) {
        var table = Blueprints.table("things");
        assertThatThrownBy(() -> new Stream(table, "thing", batch, parallel, retries, longestAge, DEAD_LETTERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what + " is ");
    }

    @ParameterizedTest
    @CsvSource({"1,1,0,PT1M", "1000,10,10000,P7D"})
    void aStreamMayHaveWhatLambdaOffers(int batch, int parallel, int retries, Duration longestAge) {
        var stream =
                new Stream(Blueprints.table("things"), "thing", batch, parallel, retries, longestAge, DEAD_LETTERS);
        assertThat(triggeredBy(stream).triggers()).containsExactly(stream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "webhook", " /webhook"})
    void aPathWithoutItsSlashIsRefused(String path) {
        assertThatThrownBy(() -> new Route(Method.POST, path, Access.SENDER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a path starts with a slash: '" + path + "'");
    }

    @Test
    void aUseIsFoundByItsKindAndItsResource() {
        var table = Blueprints.table("things");
        var uses = new ArrayList<>(List.of(Use.reads(table), Use.writes(table)));
        var function = new Function(
                "f", "Does it", "a.B", 512, A_SECOND, List.of(), uses, List.of(), FAILING, Optional.empty());
        uses.clear();
        assertThat(function.use(Use.Kind.WRITES, table)).contains(Use.writes(table));
        assertThat(function.use(Use.Kind.READS, Blueprints.table("others"))).isEmpty();
        assertThat(function.use(Use.Kind.PUBLISHES, table)).isEmpty();
    }
}
