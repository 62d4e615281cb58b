package dev.sluice.console.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.console.page.Invalid;
import dev.sluice.domain.validation.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters as a browser meets them, in the file of a real pipeline. */
class LettersPageTest {

    private static final String CARD_NUMBER = "4111 1111 1111 1111";

    @TempDir
    private Path folder;

    private RunningPipeline pipeline;
    private LettersPage letters;
    private LetterPage letter;

    @BeforeEach
    void start() {
        pipeline = new RunningPipeline(folder);
        letters = new LettersPage(pipeline.database(), RunningPipeline.CLOCK);
        letter = new LetterPage(pipeline.database(), RunningPipeline.CLOCK);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    private RunningPipeline.Whole list(Map<String, String> parameters) {
        return RunningPipeline.get(letters, "/console/api/dead-letters", parameters);
    }

    private RunningPipeline.Whole inspect(String number) {
        return RunningPipeline.get(letter, "/console/api/dead-letter", Map.of("letter", number));
    }

    private List<Long> numbers(Map<String, String> parameters) {
        return list(parameters).objects("letters").stream()
                .map(item -> item.integer("letter"))
                .toList();
    }

    @Test
    void whereThereAreNoneThatIsTold() {
        var none = list(Map.of());
        assertThat(none.text()).isEqualTo("{\"total\":0,\"groups\":[],\"letters\":[]}");
    }

    @Test
    void aLetterIsToldWithoutItsPayloadAndWithWhomItIsAbout() {
        var at = Instant.parse("2026-01-02T03:04:05.678Z");
        var number = pipeline.put("processor", RunningPipeline.announcement("t-1"), "first\nlast", at);
        var found = list(Map.of()).objects("letters").getFirst();
        assertThat(found.integer("letter")).isEqualTo(number);
        assertThat(found.text("function")).isEqualTo("processor");
        assertThat(found.text("queue")).isEqualTo("processor-dlq");
        assertThat(RunningPipeline.texts(found, "reasons")).containsExactly("first", "last");
        assertThat(found.integer("attempts")).isEqualTo(3);
        assertThat(found.text("firstFailedAt")).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(found.text("lastFailedAt")).isEqualTo("2026-01-02T03:04:05.678Z");
        var subject = RunningPipeline.objects(found, "subjects").getFirst();
        assertThat(subject.text("source")).isEqualTo("default");
        assertThat(subject.text("id")).isEqualTo("t-1");
        assertThat(subject.text("correlationId")).isEqualTo("corr-t-1");
        assertThat(list(Map.of()).text()).doesNotContain("12.34", "payload");
    }

    @Test
    void filtersLeaveOutTheRestAndTheTotalIsOfWhatIsLeft() {
        var now = RunningPipeline.CLOCK.instant();
        var old = pipeline.put("processor", "x", "first\nIllegal: poison", now.minus(Duration.ofHours(2)));
        var young = pipeline.put("enricher", "x", "Timeout", now);
        assertThat(numbers(Map.of())).containsExactly(old, young);
        assertThat(numbers(Map.of("function", "enricher"))).containsExactly(young);
        assertThat(numbers(Map.of("reason", "POISON"))).containsExactly(old);
        assertThat(numbers(Map.of("olderThan", "PT1H"))).containsExactly(old);
        assertThat(numbers(Map.of("youngerThan", "PT1H"))).containsExactly(young);
        var some = list(Map.of("function", "enricher"));
        assertThat(some.json().integer("total")).isEqualTo(1);
        assertThat(some.objects("groups")).hasSize(1);
    }

    @Test
    void groupsAreByFunctionAndLastReasonTheMostFrequentFirst() {
        pipeline.put("enricher", "x", "poison", Instant.EPOCH);
        pipeline.put("processor", "x", "poison", Instant.EPOCH);
        pipeline.put("processor", "x", "Timeout\npoison", Instant.EPOCH);
        pipeline.put("processor", "x", "poison\nTimeout", Instant.EPOCH);
        var groups = list(Map.of()).objects("groups").stream()
                .map(group -> group.text("function") + " " + group.text("reason") + " " + group.integer("count"))
                .toList();
        assertThat(groups.getFirst()).isEqualTo("processor poison 2");
        assertThat(groups)
                .containsExactlyInAnyOrder("processor poison 2", "processor Timeout 1", "enricher poison 1");
    }

    @Test
    void thereAreOnlySoManyGroups() {
        for (var i = 0; i < LettersPage.MOST_GROUPS + 5; i++) {
            pipeline.put("processor", "x", "reason " + i, Instant.EPOCH);
        }
        var found = list(Map.of("limit", "1"));
        assertThat(found.objects("groups")).hasSize(LettersPage.MOST_GROUPS);
        assertThat(found.json().integer("total")).isEqualTo(LettersPage.MOST_GROUPS + 5);
    }

    @Test
    void pagesFollowEachOtherUntilThereIsNoNext() {
        for (var i = 0; i < 5; i++) {
            pipeline.poison("processor", "x");
        }
        var first = list(Map.of("limit", "3"));
        assertThat(first.objects("letters")).hasSize(3);
        assertThat(first.json().integer("total")).isEqualTo(5);
        var next = Long.toString(first.json().integer("next"));
        var last = list(Map.of("limit", "3", "after", next));
        assertThat(last.objects("letters")).extracting(item -> item.integer("letter")).containsExactly(4L, 5L);
        assertThat(last.json().find("next")).isEmpty();
        assertThat(list(Map.of("limit", "5")).json().find("next")).isEmpty();
    }

    @Test
    void whatSomebodyElseHasInHandIsNotThere() {
        var number = pipeline.poison("processor", "x");
        pipeline.database()
                .write(session ->
                        session.change("UPDATE dead_letters SET held_until_ms = ?", Instant.now().plusSeconds(60)));
        assertThat(list(Map.of()).json().integer("total")).isZero();
        assertThat(numbers(Map.of())).isEmpty();
        assertThat(inspect(Long.toString(number)).status()).isEqualTo(404);
    }

    @Test
    void everyParameterThatIsWrongIsNamedAtOnce() {
        var invalid = catchThrowableOfType(
                Invalid.class,
                () -> list(Map.of(
                        "olderThan", "1h",
                        "youngerThan", "P999999999D",
                        "after", "-1",
                        "limit", "201",
                        "reason", "r".repeat(1_001))));
        assertThat(invalid.errors())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/olderThan", "/youngerThan", "/after", "/limit", "/reason");
        assertThat(invalid.errors().toString()).doesNotContain("999999999", "rrr");
        for (var wrong : List.of("", "0", "x", "-1", "1.0", "99999999999999999999", "١")) {
            assertThat(catchThrowableOfType(Invalid.class, () -> inspect(wrong))).as(wrong).isNotNull();
        }
    }

    @Test
    void oneIsToldWithItsPayloadAndWhatRedrivingWouldDo() {
        var number = pipeline.poison("processor", RunningPipeline.announcement("t-1"));
        var found = inspect(Long.toString(number));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().object("letter").integer("letter")).isEqualTo(number);
        assertThat(found.json().text("payload")).isEqualTo(RunningPipeline.announcement("t-1"));
        assertThat(found.json().find("cut")).isEmpty();
        assertThat(found.json().object("redriving").text("outcome")).isEqualTo("invoked");
        assertThat(inspect("999").status()).isEqualTo(404);
    }

    @Test
    void aLetterThatDoesNotReadIsToldWithWhyAndSaysNothingOfItsPayload() {
        var number = pipeline.poison("processor", "nonsense " + CARD_NUMBER);
        var found = inspect(Long.toString(number)).json();
        assertThat(found.object("redriving").text("outcome")).isEqualTo("unusable");
        assertThat(found.object("redriving").text("why")).doesNotContain("4111", "nonsense");
        assertThat(found.object("letter").listing("subjects").items()).isEmpty();
    }

    @Test
    void aLongPayloadIsCutBetweenWholeCharacters() {
        var exact = "x".repeat(LetterPage.LONGEST_PAYLOAD);
        var whole = inspect(Long.toString(pipeline.poison("processor", exact))).json();
        assertThat(whole.text("payload")).isEqualTo(exact);
        assertThat(whole.find("cut")).isEmpty();

        var longer = exact.substring(1) + "\uD83D\uDE00";
        var cut = inspect(Long.toString(pipeline.poison("processor", longer))).json();
        assertThat(cut.text("payload")).isEqualTo(exact.substring(1));
        assertThat(cut.truth("cut")).isTrue();
    }

    @Test
    void hostileReasonsAndIdsAreToldOnOneLineWithoutCardNumbersAndInJson() {
        var message = RunningPipeline.announcement("t-1").replace("\\\"id\\\":\\\"t-1\\\"", "\\\"id\\\":\\\"\\\\ud800<b>\\\"");
        var number = pipeline.put(
                "processor", message, "card " + CARD_NUMBER + " \u001b[31m\u202e</script><b>\"", Instant.EPOCH);
        var listed = list(Map.of());
        var reason = RunningPipeline.texts(listed.objects("letters").getFirst(), "reasons").getFirst();
        assertThat(reason).isEqualTo("card **** **** **** 1111 ?[31m?</script><b>\"");
        assertThat(listed.objects("groups").getFirst().text("reason")).isEqualTo(reason);
        assertThat(RunningPipeline.objects(listed.objects("letters").getFirst(), "subjects").getFirst().text("id"))
                .isEqualTo("?<b>");
        assertThat(listed.text()).doesNotContain("4111");
        assertThat(inspect(Long.toString(number)).status()).isEqualTo(200);
    }
}
