package dev.sluice.console.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.validation.Violation;
import dev.sluice.handlers.problem.Problem;
import dev.sluice.local.http.Witness.Answered;
import dev.sluice.local.sqlite.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of the answers, on a real file; what is handed over is read when it is closed. */
class RefusalsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Database database;
    private Refusals refusals;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("sluice.db"));
        refusals = refusals(new Inbox(Inbox.LONGEST, Inbox.MOST_BYTES));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Refusals refusals(Inbox inbox) {
        return Refusals.make(database, InstantSource.fixed(NOW), inbox);
    }

    private static Answered answered(int status, Optional<String> source, String sent, Violation... errors) {
        var problem = new Problem(status, "what to do", List.of(errors), "id");
        return new Answered("validator", source, status, sent.getBytes(StandardCharsets.UTF_8), problem.json());
    }

    private static Answered accepted(Optional<String> source) {
        return new Answered("validator", source, 202, new byte[0], new byte[0]);
    }

    private List<Refusal> counted() {
        refusals.close();
        return refusals.table().all();
    }

    @Test
    void aRuleIsCountedAtItsPlaceWithTheShapeOfWhatBrokeIt() {
        var rule = new Violation("/amount", "amount_scale", "has at most 2 decimals");
        refusals.saw(answered(422, Optional.empty(), "{\"amount\":\"12.345\"}", rule));

        assertThat(counted())
                .containsExactly(new Refusal(
                        new Refusal.Key("default", 422, "amount_scale", "/amount"),
                        1,
                        NOW,
                        NOW,
                        "has at most 2 decimals",
                        Optional.of("\"99.999\"")));
        assertThat(refusals.refused()).containsOnly(Map.entry("amount_scale", 1L));
    }

    @Test
    void whatIsMissingHasNoShape() {
        refusals.saw(answered(422, Optional.empty(), "{}", new Violation("/amount", "required", "is needed")));

        assertThat(counted().getFirst().shape()).isEmpty();
    }

    @Test
    void aRefusalWithoutRulesIsCountedUnderItsStatusesName() {
        refusals.saw(answered(415, Optional.empty(), "12.345"));
        refusals.saw(answered(413, Optional.empty(), "12.345"));

        assertThat(counted())
                .extracting(row -> row.key().code())
                .containsExactlyInAnyOrder("unsupported_media_type", "content_too_large");
        assertThat(refusals.table().all()).extracting(Refusal::sentence).containsOnly("what to do");
    }

    @Test
    void anAnswerThatIsNoProblemIsCountedUnderItsStatus() {
        refusals.saw(new Answered("validator", Optional.empty(), 500, new byte[0], new byte[] {'<'}));

        assertThat(counted()).extracting(row -> row.key().code()).containsExactly("status_500");
    }

    @Test
    void aNameThatAnybodyCanWriteIsNotTold() {
        refusals.saw(answered(401, Optional.of("4111111111111111"), ""));
        refusals.saw(answered(401, Optional.of("default"), ""));

        assertThat(counted())
                .extracting(row -> row.key().source())
                .containsExactlyInAnyOrder(KnownSources.UNKNOWN, "default");
    }

    @Test
    void aSourceThatOnceProvedItselfIsToldByItsName() {
        refusals.saw(accepted(Optional.of("shop")));
        refusals.saw(answered(401, Optional.of("shop"), ""));

        assertThat(counted()).extracting(row -> row.key().source()).containsExactly("shop");
        assertThat(refusals.accepted()).isEqualTo(1);
    }

    @Test
    void onlyTheValidatorsAnswersCount() {
        refusals.saw(new Answered("query", Optional.empty(), 404, new byte[0], new byte[0]));
        refusals.saw(new Answered("query", Optional.empty(), 202, new byte[0], new byte[0]));

        assertThat(counted()).isEmpty();
        assertThat(refusals.accepted()).isZero();
    }

    @Test
    void whatThereIsNoRoomForIsDroppedAndCounted() {
        refusals = refusals(new Inbox(2, Inbox.MOST_BYTES));
        for (var i = 0; i < 5; i++) {
            refusals.saw(answered(401, Optional.empty(), ""));
        }

        assertThat(counted()).extracting(Refusal::count).containsExactly(2L);
        assertThat(refusals.untold()).isEqualTo(3);
    }

    @Test
    void longBodiesTakeTheRoomOfMany() {
        refusals = refusals(new Inbox(Inbox.LONGEST, 1_000));
        var rule = new Violation("/amount", "amount_scale", "has at most 2 decimals");
        refusals.saw(answered(422, Optional.empty(), "x".repeat(2_000), rule));
        refusals.saw(answered(401, Optional.empty(), "x".repeat(2_000)));

        assertThat(counted()).extracting(row -> row.key().status()).containsExactly(401);
        assertThat(refusals.untold()).isEqualTo(1);
    }

    @Test
    void whatWasCountedIsThereAtTheNextStart() {
        refusals.saw(accepted(Optional.of("shop")));
        refusals.saw(answered(401, Optional.of("shop"), ""));
        var before = counted();

        refusals = refusals(new Inbox(Inbox.LONGEST, Inbox.MOST_BYTES));
        assertThat(refusals.table().all()).isEqualTo(before);
        refusals.saw(answered(401, Optional.of("shop"), ""));

        assertThat(counted()).extracting(Refusal::count).containsExactly(2L);
        assertThat(refusals(new Inbox(1, 1)).table().all())
                .isEqualTo(refusals.table().all());
    }
}
