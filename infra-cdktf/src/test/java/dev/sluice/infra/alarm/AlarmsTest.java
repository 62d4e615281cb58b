package dev.sluice.infra.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.alarm.Alarm.GoesOff;
import dev.sluice.infra.alarm.Alarm.Missing;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody is woken for, threshold by threshold. */
class AlarmsTest {

    private static final Settings PROD = settings("prod");
    private static final Alarms ALARMS = new Alarms(PROD, Pipeline.BLUEPRINT);

    private static Settings settings(String suffix) {
        return Settings.of(Map.of("ENVIRONMENT_SUFFIX", suffix));
    }

    private static Alarm named(List<Alarm> alarms, String name) {
        return alarms.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void errorsAreAShareOfInvocationsAboveOnePercentOfFiveMinutesAndNotACount() {
        var alarm = named(ALARMS.of(Pipeline.VALIDATOR), "validator-errors");
        assertThat(alarm.goesOff()).isEqualTo(GoesOff.ABOVE);
        assertThat(alarm.threshold()).isEqualTo(1.0);
        assertThat(alarm.missing()).isEqualTo(Missing.FINE);
        assertThat(alarm.watched()).isInstanceOfSatisfying(Watched.Share.class, share -> {
            assertThat(share.part().name()).isEqualTo("Errors");
            assertThat(share.whole()).extracting(Metric::name).containsExactly("Invocations");
            assertThat(share.part().periodSeconds()).isEqualTo(300);
            assertThat(share.least()).isEqualTo(20);
        });
    }

    @Test
    void whoeverIsHandedBatchesIsWatchedByItsOwnCountOfFailedRecords() {
        var alarm = named(ALARMS.of(Pipeline.ENRICHER), "enricher-failed-records");
        assertThat(alarm.watched()).isInstanceOfSatisfying(Watched.Share.class, share -> {
            assertThat(share.part().namespace()).isEqualTo("Sluice/prod");
            assertThat(share.part().dimensions()).containsExactlyEntriesOf(Map.of("function", "enricher"));
            assertThat(share.part().name()).isEqualTo("NotEnriched");
            assertThat(share.whole())
                    .extracting(Metric::name)
                    .containsExactly("NotEnriched", "Enriched", "EnrichedBefore");
        });
        assertThat(ALARMS.of(Pipeline.VALIDATOR)).extracting(Alarm::kind).doesNotContain(Kind.FAILED_RECORDS);
    }

    @Test
    void theSlowestHundredthMayTakeFourFifthsOfTheTimeout() {
        var alarm = named(ALARMS.of(Pipeline.ENRICHER), "enricher-duration");
        assertThat(alarm.threshold()).isEqualTo(48_000.0);
        assertThat(alarm.periods()).isEqualTo(3);
        assertThat(alarm.watched())
                .isInstanceOfSatisfying(
                        Watched.One.class,
                        one -> assertThat(one.metric().statistic()).isEqualTo("p99"));
    }

    @Test
    void aStreamsAgeIsWatchedInMillisecondsAndWhatItsFailureTargetDidNotTake() {
        assertThat(named(ALARMS.of(Pipeline.ENRICHER), "enricher-iterator-age").threshold())
                .isEqualTo(300_000.0);
        assertThat(ALARMS.of(Pipeline.ENRICHER)).extracting(Alarm::name).contains("enricher-positions-lost");
    }

    @Test
    void oneDeadLetterIsEnoughAndHalfOfItsTimeIsTheLastWarning() {
        var alarms = ALARMS.of(Pipeline.ENRICHER_DEAD_LETTERS);
        var there = named(alarms, "enricher-dlq-letters");
        assertThat(there.goesOff()).isEqualTo(GoesOff.ABOVE);
        assertThat(there.threshold()).isZero();
        assertThat(there.missing()).isEqualTo(Missing.FINE);
        assertThat(named(alarms, "enricher-dlq-age").threshold()).isEqualTo(604_800.0);
    }

    @Test
    void silenceIsWhereNothingIsAcceptedForAnHourInProdAndNoAlarmInDev() {
        var alarm = named(ALARMS.ofFlow(), "silence");
        assertThat(alarm.missing()).isEqualTo(Missing.BREACHING);
        assertThat(alarm.goesOff()).isEqualTo(GoesOff.BELOW);
        assertThat(alarm.periods()).isEqualTo(12);
        assertThat(new Alarms(settings("dev"), Pipeline.BLUEPRINT).ofFlow())
                .extracting(Alarm::name)
                .containsExactly("conflicts");
    }

    @Test
    void theApisShareOfServerErrorsIsWatched() {
        var alarm = ALARMS.ofApi("sluice-api-prod", "v1").getFirst();
        assertThat(alarm.watched()).isInstanceOfSatisfying(Watched.Share.class, share -> {
            assertThat(share.part().name()).isEqualTo("5XXError");
            assertThat(share.part().dimensions()).containsEntry("ApiName", "sluice-api-prod");
        });
    }

    @Test
    void aTopicWithoutSubscribersOfOursHasNothingToLose() {
        assertThat(ALARMS.of(Pipeline.ALERTS_TOPIC)).isEmpty();
        assertThat(ALARMS.of(Pipeline.TRANSACTIONS_TOPIC))
                .extracting(Alarm::name)
                .containsExactly("transactions-topic-lost");
    }

    @Test
    void noTwoAlarmsShareAName() {
        var names = all().map(Alarm::name).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    @Test
    void everyKindIsUsedAndSaysWhatItMeansAndWhatToDo() {
        assertThat(all().map(Alarm::kind)).contains(Kind.values());
        assertThat(Kind.values()).allSatisfy(kind -> {
            assertThat(kind.meaning()).endsWith(".");
            assertThat(kind.remedy()).endsWith(".");
        });
    }

    @Test
    void theDashboardFitsItsGridAndShowsEveryFunction() throws Exception {
        var body = new ObjectMapper().readTree(TransactionsDashboard.of(PROD, "eu-west-2", "sluice-api-prod", "v1"));
        assertThat(body.get("widgets")).isNotEmpty().allSatisfy(widget -> {
            assertThat(widget.get("x").asInt() + widget.get("width").asInt()).isLessThanOrEqualTo(24);
            assertThat(widget.get("y").asInt() + widget.get("height").asInt()).isLessThanOrEqualTo(1_000);
        });
        for (var function : Pipeline.BLUEPRINT.functions()) {
            assertThat(body.toString()).contains("\"sluice-" + function.name() + "-prod\"");
        }
        assertThat(body.toString()).contains("\"IteratorAge\"", "\"Conflicts\"", "\"sluice-notifications-dlq-prod\"");
        var places = body.get("widgets")
                .valueStream()
                .map(w -> w.get("x").asInt() + "," + w.get("y").asInt())
                .toList();
        assertThat(places).doesNotHaveDuplicates();
    }

    private static Stream<Alarm> all() {
        return Stream.concat(
                Alarms.ofTransactions(PROD, "sluice-api-prod", "v1").stream(), Alarms.ofCompliance(PROD).stream());
    }
}
