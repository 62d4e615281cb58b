package dev.sluice.console.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.console.letters.RedriveOrder.Which;
import dev.sluice.console.page.Invalid;
import dev.sluice.domain.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a browser may ask to have redriven, and what it is told where it asks for something else. */
class RedriveOrderReaderTest {

    @Test
    void lettersAreReadInOrderAndEachOnce() {
        assertThat(read("{\"letters\":[3,1,3],\"dryRun\":false,\"perSecond\":0.5}"))
                .isEqualTo(new RedriveOrder(new Which.Named(List.of(3L, 1L)), false, Optional.of(0.5)));
    }

    @Test
    void aFilterIsReadWithWhatItLeavesOut() {
        assertThat(read("{\"filter\":{\"function\":\"processor\",\"olderThan\":\"PT1H\"},\"dryRun\":true}"))
                .isEqualTo(new RedriveOrder(
                        new Which.Matching(new LetterChoice(
                                Optional.of("processor"),
                                Optional.empty(),
                                Optional.of(Duration.ofHours(1)),
                                Optional.empty())),
                        true,
                        Optional.empty()));
        assertThat(read("{\"filter\":{},\"dryRun\":true}").which())
                .isEqualTo(new Which.Matching(
                        new LetterChoice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void bothEndsOfEachLimitAreTaken() {
        assertThat(read("{\"letters\":[1],\"dryRun\":true,\"perSecond\":1000}").perSecond())
                .contains(1_000.0);
        assertThat(read("{\"letters\":[1],\"dryRun\":true,\"perSecond\":0.1}").perSecond())
                .contains(0.1);
        assertThat(read("{\"letters\":[" + numbers(10_000) + "],\"dryRun\":true}")
                        .which())
                .isEqualTo(new Which.Named(
                        LongStream.rangeClosed(1, 10_000).boxed().toList()));
    }

    @Test
    void eachThingThatIsWrongHasItsPlace() {
        var wrong = Map.ofEntries(
                Map.entry("{\"dryRun\":true}", List.of("")),
                Map.entry("{\"letters\":[1],\"filter\":{},\"dryRun\":true}", List.of("")),
                Map.entry("{\"letters\":[],\"dryRun\":true}", List.of("/letters")),
                Map.entry("{\"letters\":[" + numbers(10_001) + "],\"dryRun\":true}", List.of("/letters")),
                Map.entry("{\"letters\":5,\"dryRun\":true}", List.of("/letters")),
                Map.entry("{\"letters\":[1,0],\"dryRun\":true}", List.of("/letters/1")),
                Map.entry("{\"letters\":[-1],\"dryRun\":true}", List.of("/letters/0")),
                Map.entry("{\"letters\":[1.5],\"dryRun\":true}", List.of("/letters/0")),
                Map.entry("{\"letters\":[1e2],\"dryRun\":true}", List.of("/letters/0")),
                Map.entry("{\"letters\":[\"1\"],\"dryRun\":true}", List.of("/letters/0")),
                Map.entry("{\"letters\":[9223372036854775808],\"dryRun\":true}", List.of("/letters/0")),
                Map.entry("{\"filter\":[],\"dryRun\":true}", List.of("/filter")),
                Map.entry("{\"filter\":{\"reasn\":\"x\"},\"dryRun\":true}", List.of("/filter")),
                Map.entry("{\"filter\":{\"reason\":1},\"dryRun\":true}", List.of("/filter/reason")),
                Map.entry("{\"filter\":{\"olderThan\":\"1h\"},\"dryRun\":true}", List.of("/filter/olderThan")),
                Map.entry("{\"filter\":{\"youngerThan\":\"-PT1H\"},\"dryRun\":true}", List.of("/filter/youngerThan")),
                Map.entry("{\"letters\":[1]}", List.of("/dryRun")),
                Map.entry("{\"letters\":[1],\"dryRun\":\"true\"}", List.of("/dryRun")),
                Map.entry("{\"letters\":[1],\"dryrun\":true}", List.of("", "/dryRun")),
                Map.entry("{\"letters\":[1],\"dryRun\":true,\"perSecond\":0}", List.of("/perSecond")),
                Map.entry("{\"letters\":[1],\"dryRun\":true,\"perSecond\":0.09}", List.of("/perSecond")),
                Map.entry("{\"letters\":[1],\"dryRun\":true,\"perSecond\":-1}", List.of("/perSecond")),
                Map.entry("{\"letters\":[1],\"dryRun\":true,\"perSecond\":1000.1}", List.of("/perSecond")),
                Map.entry("{\"letters\":[1],\"dryRun\":true,\"perSecond\":1e999999999999}", List.of("/perSecond")),
                Map.entry("{\"letters\":[1],\"dryRun\":true,\"perSecond\":\"5\"}", List.of("/perSecond")),
                Map.entry("", List.of("")),
                Map.entry("[]", List.of("")),
                Map.entry("{\"letters\":[1],\"letters\":[2],\"dryRun\":true}", List.of("")));
        wrong.forEach((body, places) -> assertThat(errors(body))
                .as(body.substring(0, Math.min(body.length(), 80)))
                .extracting(Violation::pointer)
                .containsExactlyElementsOf(places));
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNoValueIsRepeated() {
        var errors = errors("{\"filter\":{\"olderThan\":\"4111111111111111\",\"function\":[]},\"dryRun\":7,"
                + "\"perSecond\":4242,\"secret-name\":1}");
        assertThat(errors)
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("", "/filter/olderThan", "/filter/function", "/dryRun", "/perSecond");
        assertThat(errors.toString()).doesNotContain("4111", "4242", "secret-name");
    }

    private static String numbers(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    private static RedriveOrder read(String body) {
        return RedriveOrderReader.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Violation> errors(String body) {
        return catchThrowableOfType(Invalid.class, () -> read(body)).errors();
    }
}
