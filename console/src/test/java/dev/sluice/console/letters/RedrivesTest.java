package dev.sluice.console.letters;

import static dev.sluice.console.letters.RunningPipeline.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.redriving.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters redriven from a browser, in a real pipeline. */
class RedrivesTest {

    private static final String CARD_NUMBER = "4111 1111 1111 1111";

    @TempDir
    private Path folder;

    private final List<RunView> updates = new CopyOnWriteArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private RunningPipeline pipeline;
    private Redrives redrives;

    @BeforeEach
    void start() {
        pipeline = new RunningPipeline(folder);
        redrives = redrives(Time.REAL);
    }

    @AfterEach
    void stop() {
        redrives.close();
        pipeline.close();
    }

    private Redrives redrives(Time time) {
        return new Redrives(pipeline.database(), RunningPipeline.CLOCK, time, updates::add, troubles::add);
    }

    private Fields begin(String body) {
        var answer = RunningPipeline.post(new RedrivesPage(redrives), body);
        assertThat(answer.status()).isEqualTo(202);
        return answer.json();
    }

    private RunningPipeline.Whole look(String id) {
        return RunningPipeline.get(new RunPage(redrives), "/console/api/redrives/" + id, Map.of());
    }

    /** The run's end, as a page is told it. */
    private Fields end(String body) {
        var id = begin(body).text("id");
        eventually(() -> look(id).json().text("phase").equals("ended"));
        return look(id).json();
    }

    private static List<String> outcomes(Fields run) {
        return RunningPipeline.objects(run, "outcomes").stream()
                .map(outcome -> outcome.integer("letter") + " " + outcome.text("outcome"))
                .toList();
    }

    private static String sentence(Fields run, long letter) {
        return RunningPipeline.objects(run, "outcomes").stream()
                .filter(outcome -> outcome.integer("letter") == letter)
                .map(outcome -> outcome.text("sentence"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDryRunLeavesAllAsItWas() {
        var good = pipeline.poison("processor", RunningPipeline.announcement("t-1"));
        var bad = pipeline.poison("processor", "nonsense");
        var before = pipeline.everything();

        var run = end("{\"letters\":[" + good + "," + bad + ",999],\"dryRun\":true}");
        assertThat(outcomes(run)).containsExactlyInAnyOrder(good + " invoked", bad + " unusable", "999 notThere");
        assertThat(sentence(run, good)).isEqualTo("its function would be called with it");
        assertThat(run.truth("dryRun")).isTrue();
        assertThat(run.truth("clean")).isFalse();
        assertThat(run.integer("done")).isEqualTo(3);
        assertThat(run.integer("of")).isEqualTo(3);
        assertThat(pipeline.everything()).isEqualTo(before);
    }

    @Test
    void oneIsRedrivenAndItsWorkIsDone() {
        var number = pipeline.poison("processor", RunningPipeline.announcement("t-1"));
        var begun = begin("{\"letters\":[" + number + "],\"dryRun\":false,\"perSecond\":1000}");
        assertThat(begun.text("phase")).isEqualTo("redriving");
        assertThat(begun.integer("of")).isEqualTo(1);
        assertThat(begun.find("outcomes")).isEmpty();
        eventually(() -> look(begun.text("id")).json().text("phase").equals("ended"));

        var run = look(begun.text("id")).json();
        assertThat(outcomes(run)).containsExactly(number + " done");
        assertThat(run.truth("clean")).isTrue();
        assertThat(run.object("counts").integer("done")).isEqualTo(1);
        assertThat(pipeline.count("SELECT count(*) FROM transactions WHERE id = 't-1'"))
                .isEqualTo(1);
        assertThat(pipeline.count("SELECT count(*) FROM dead_letters")).isZero();
    }

    @Test
    void eachOfManyHasItsOwnOutcomeAndThoseToLookAfterComeFirst() throws InterruptedException {
        var first = pipeline.poison("processor", RunningPipeline.announcement("t-1"));
        assertThat(end("{\"letters\":[" + first + "],\"dryRun\":false}").truth("clean"))
                .isTrue();
        var already = pipeline.poison("processor", RunningPipeline.announcement("t-1"));
        var good = pipeline.poison("processor", RunningPipeline.announcement("t-2"));
        var unusable = pipeline.poison("processor", "nonsense " + CARD_NUMBER);
        var broken = pipeline.poison("enricher", RunningPipeline.broken("t-9"));

        var begun = begin(
                "{\"letters\":[" + already + "," + good + "," + unusable + "," + broken + ",999],\"dryRun\":false}");
        eventually(() -> {
            pipeline.hurry();
            return look(begun.text("id")).json().text("phase").equals("ended");
        });
        var run = look(begun.text("id"));
        assertThat(outcomes(run.json()))
                .containsExactly(
                        unusable + " unusable",
                        broken + " failedAgain",
                        "999 notThere",
                        already + " doneAlready",
                        good + " done");
        var again = pipeline.count("SELECT max(number) FROM dead_letters");
        assertThat(sentence(run.json(), broken)).contains("is letter " + again + " now");
        assertThat(RunningPipeline.objects(run.json(), "outcomes").get(1).integer("becomes"))
                .isEqualTo(again);
        assertThat(sentence(run.json(), already)).contains("transaction t-1 is stored");
        assertThat(run.text()).doesNotContain("4111");
        assertThat(run.json().object("counts").group().members()).hasSize(5);
        assertThat(run.json().object("counts").integer("failedAgain")).isEqualTo(1);
        assertThat(pipeline.count("SELECT count(*) FROM dead_letters")).isEqualTo(2);
    }

    @Test
    void whatDoesNotEndInAMinuteIsStillUnderWay() {
        redrives = redrives(new QuickTime());
        var number = pipeline.poison("enricher", RunningPipeline.broken("t-1"));
        var run = end("{\"letters\":[" + number + "],\"dryRun\":false}");
        assertThat(outcomes(run)).containsExactly(number + " underWay");
        assertThat(sentence(run, number)).startsWith("still under way: ");
        assertThat(run.truth("clean")).isFalse();
        assertThat(updates).extracting(RunView::phase).contains(RunView.Phase.WAITING);
    }

    @Test
    void aFilterTakesWhatMatchesAtTheStart() {
        var mine = pipeline.put("processor", RunningPipeline.announcement("t-1"), "Timeout", Instant.EPOCH);
        pipeline.put("processor", RunningPipeline.announcement("t-2"), "poison", Instant.EPOCH);
        pipeline.put("processor", RunningPipeline.announcement("t-3"), "Timeout", RunningPipeline.CLOCK.instant());
        var run = end("{\"filter\":{\"reason\":\"timeout\",\"olderThan\":\"PT1H\"},\"dryRun\":false}");
        assertThat(outcomes(run)).containsExactly(mine + " done");
        assertThat(pipeline.count("SELECT count(*) FROM dead_letters")).isEqualTo(2);
        assertThat(outcomes(end("{\"filter\":{\"function\":\"nobody\"},\"dryRun\":false}")))
                .isEmpty();
    }

    @Test
    void oneRunsAtATimeAndTheNextOneMayFollowOnceItHasEnded() {
        var time = new HeldTime();
        redrives = redrives(time);
        var first = pipeline.poison("processor", "nonsense");
        var second = pipeline.poison("processor", "more nonsense");
        var body = "{\"letters\":[" + first + "," + second + "],\"dryRun\":false,\"perSecond\":1}";
        var begun = begin(body);
        eventually(time.held::hasQueuedThreads);

        var refused = RunningPipeline.post(new RedrivesPage(redrives), body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().text("detail")).contains("being redriven already");
        assertThat(look(begun.text("id")).json().text("phase")).isEqualTo("redriving");
        assertThat(look(begun.text("id")).json().integer("done")).isEqualTo(1);
        assertThat(look(begun.text("id")).json().object("counts").integer("unusable"))
                .isEqualTo(1);

        time.held.release();
        eventually(() -> updates.getLast().phase() == RunView.Phase.ENDED);
        time.held.release(10);
        assertThat(end(body).integer("done")).isEqualTo(2);
    }

    @Test
    void closingEndsTheRunThereIsAndLeavesTheRestAsItIs() {
        var time = new HeldTime();
        redrives = redrives(time);
        var first = pipeline.poison("processor", RunningPipeline.announcement("t-1"));
        var second = pipeline.poison("processor", RunningPipeline.announcement("t-2"));
        var begun = begin("{\"letters\":[" + first + "," + second + "],\"dryRun\":false,\"perSecond\":1}");
        eventually(time.held::hasQueuedThreads);
        redrives.close();

        var run = look(begun.text("id")).json();
        assertThat(run.text("phase")).isEqualTo("ended");
        assertThat(run.truth("clean")).isFalse();
        assertThat(run.text("trouble")).contains("was stopped");
        assertThat(run.integer("done")).isEqualTo(1);
        assertThat(run.integer("of")).isEqualTo(2);
        assertThat(pipeline.count("SELECT count(*) FROM dead_letters WHERE number = " + second))
                .isEqualTo(1);
        assertThatThrownBy(() -> begin("{\"letters\":[1],\"dryRun\":true}")).isInstanceOf(Unavailable.class);
    }

    @Test
    void updatesAreFewAndTheLastOneSaysThatItHasEnded() {
        redrives = redrives(new QuickTime());
        nonsense(100);
        var run = end("{\"filter\":{},\"dryRun\":true}");
        assertThat(run.object("counts").integer("unusable")).isEqualTo(100);
        // Its time stands still, so all of it is one moment.
        assertThat(updates).hasSize(2);
        assertThat(updates.getFirst().phase()).isEqualTo(RunView.Phase.LOOKING);
        assertThat(updates.getLast().phase()).isEqualTo(RunView.Phase.ENDED);
        assertThat(updates.getLast().counts()).containsEntry("unusable", 100L);
    }

    @Test
    void eachOfManyOutcomesIsListedSoThatNoOtherLetterIsRedriven() {
        nonsense(1_050);
        var run = end("{\"filter\":{},\"dryRun\":true}");
        assertThat(outcomes(run)).hasSize(1_050);
        assertThat(run.object("counts").integer("unusable")).isEqualTo(1_050);
    }

    @Test
    void aRunIsStoppedBetweenTwoLetters() {
        var time = new HeldTime();
        redrives = redrives(time);
        var first = pipeline.poison("processor", "nonsense");
        var second = pipeline.poison("processor", "more nonsense");
        var begun = begin("{\"letters\":[" + first + "," + second + "],\"dryRun\":false,\"perSecond\":1}");
        eventually(time.held::hasQueuedThreads);
        assertThat(redrives.stop("another")).isEmpty();
        assertThat(redrives.stop(begun.text("id"))).isPresent();

        eventually(() -> updates.getLast().phase() == RunView.Phase.ENDED);
        var run = look(begun.text("id")).json();
        assertThat(run.text("trouble")).contains("was stopped");
        assertThat(run.integer("done")).isEqualTo(1);
        time.held.release(10);
        assertThat(end("{\"letters\":[" + second + "],\"dryRun\":true}").integer("done"))
                .isEqualTo(1);
    }

    @Test
    void theLastRunsAreRememberedAndNoMore() {
        var first = begin("{\"filter\":{},\"dryRun\":true}").text("id");
        eventually(() -> look(first).json().text("phase").equals("ended"));
        for (var i = 1; i < Redrives.MOST_REMEMBERED; i++) {
            end("{\"filter\":{},\"dryRun\":true}");
        }
        assertThat(look(first).status()).isEqualTo(200);
        end("{\"filter\":{},\"dryRun\":true}");
        assertThat(look(first).status()).isEqualTo(404);
        assertThat(look("").status()).isEqualTo(404);
    }

    @Test
    void aFileThatDoesNotAnswerEndsTheRunAndSaysSo() {
        var number = pipeline.poison("processor", RunningPipeline.announcement("t-1"));
        pipeline.database().write(session -> session.change("ALTER TABLE deliveries RENAME TO hidden"));
        Fields run;
        try {
            run = end("{\"letters\":[" + number + "],\"dryRun\":false}");
        } finally {
            pipeline.database().write(session -> session.change("ALTER TABLE hidden RENAME TO deliveries"));
        }
        assertThat(run.text("trouble")).contains("did not answer");
        assertThat(run.truth("clean")).isFalse();
        assertThat(run.integer("done")).isZero();
        assertThat(troubles).hasSize(1);
        assertThat(outcomes(end("{\"letters\":[" + number + "],\"dryRun\":false}")))
                .containsExactly(number + " done");
    }

    private void nonsense(int count) {
        pipeline.database().write(session -> {
            for (var i = 0; i < count; i++) {
                session.change(
                        "INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms,"
                                + " last_failed_at_ms) VALUES ('q', 'processor', 'nonsense', 'r', 3, 0, 0)");
            }
            return count;
        });
    }

    /** Passes only where somebody sleeps, and then at once. */
    private static final class QuickTime implements Time {
        private final AtomicLong nanos = new AtomicLong();

        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public void sleep(Duration duration) {
            nanos.addAndGet(duration.toNanos());
        }
    }

    /** Whoever sleeps is held until a test lets it go. */
    private static final class HeldTime implements Time {
        private final Semaphore held = new Semaphore(0);

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            held.acquire();
        }
    }
}
