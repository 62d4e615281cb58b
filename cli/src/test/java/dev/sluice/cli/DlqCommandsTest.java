package dev.sluice.cli;

import static dev.sluice.cli.Ran.sluiceOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.json.JsonText;
import dev.sluice.local.LocalPipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters as an operator meets them, beside a real pipeline. */
class DlqCommandsTest {

    private static final String CARD_NUMBER = "4111 1111 1111 1111";

    @TempDir
    private Path folder;

    private Path data;
    private LocalPipeline pipeline;
    private Letters letters;

    @BeforeEach
    void start() {
        data = folder.resolve("data");
        pipeline = LocalPipeline.start(data, 0);
        letters = new Letters(data);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    private Ran dlq(String... args) {
        var all = new String[args.length + 1];
        all[0] = "dlq";
        System.arraycopy(args, 0, all, 1, args.length);
        return sluiceOn(data, all);
    }

    private long poison(String function, String payload) {
        return letters.put(function, payload, "IllegalArgumentException: poison", Instant.now());
    }

    private static String text(long id) {
        return Long.toString(id);
    }

    @Test
    void whereThereAreNoneThatIsSaid() throws IOException {
        assertThat(dlq("list").out()).contains("no dead letters");
        assertThat(dlq("list").exitCode()).isZero();
        assertThat(dlq("list", "--json").json().items("/letters")).isEmpty();
        assertThat(dlq("redrive", "--all").out()).contains("no dead letters to redrive");
        assertThat(dlq("export", folder.resolve("e").toString()).out()).contains("nothing is written");
        assertThat(folder.resolve("e")).doesNotExist();
    }

    @Test
    void theListHasALineForEachAndTakesFilters() throws IOException {
        var old = letters.put(
                "processor", "nonsense", "first\nIllegal: poison", Instant.now().minus(Duration.ofHours(2)));
        var young = letters.put("enricher", "nonsense", "Timeout", Instant.now());

        var all = dlq("list");
        assertThat(all.exitCode()).isEqualTo(1);
        assertThat(all.out())
                .containsPattern(old + "  processor .* Illegal: poison \\(\\+1 before\\)")
                .containsPattern(young + "  enricher .* Timeout")
                .contains("2 letters");
        assertThat(all.out().lines().limit(3))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));

        assertThat(ids(dlq("list", "--json", "--function", "enricher"))).isEqualTo(text(young));
        assertThat(ids(dlq("list", "--json", "--reason", "POISON"))).isEqualTo(text(old));
        assertThat(ids(dlq("list", "--json", "--older-than", "PT1H"))).isEqualTo(text(old));
        assertThat(ids(dlq("list", "--json", "--younger-than", "PT1H"))).isEqualTo(text(young));
        assertThat(dlq("list", "--function", "notifier").out()).contains("no dead letters like that");
    }

    private static String ids(Ran ran) throws IOException {
        assertThat(ran.json().items("/letters")).hasSize(1);
        return ran.json().text("/letters/0/id").orElseThrow();
    }

    @Test
    void oneIsShownWithoutItsPayloadOrWhatMustNotBeSeen() throws IOException {
        var id = letters.put(
                "processor",
                Letters.announcement("t-1", "12.34"),
                "Unavailable: the card " + CARD_NUMBER + " was\u001b[31m seen",
                Instant.now());

        var shown = dlq("inspect", text(id));
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .contains("transaction t-1 of default, correlation id corr-t-1")
                .contains("**** **** **** 1111")
                .contains("would call processor with it")
                .doesNotContain(CARD_NUMBER, "12.34", "\u001b");
        assertThat(dlq("inspect", text(id), "--json").json().at("/payload")).isEmpty();

        var withPayload = dlq("inspect", text(id), "--payload");
        assertThat(withPayload.out()).isEqualTo(Letters.announcement("t-1", "12.34"));
        assertThat(withPayload.err()).contains("correlation id corr-t-1");
        assertThat(dlq("inspect", text(id), "--payload", "--json").json().text("/payload"))
                .contains(Letters.announcement("t-1", "12.34"));

        assertThat(dlq("inspect", "999").exitCode()).isEqualTo(1);
        assertThat(dlq("inspect", "999").err()).contains("there is no dead letter 999");
    }

    @Test
    void theyAreExportedALineEachForTheirOwnerAlone() throws IOException {
        poison("processor", "one\nline");
        poison("enricher", "two");
        var file = folder.resolve("letters.jsonl");

        assertThat(dlq("export", file.toString(), "--json").json().text("/letters"))
                .contains("2");
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(JsonText.read(lines.getFirst().getBytes(StandardCharsets.UTF_8))
                        .text("/payload"))
                .contains("one\nline");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("letters.jsonl.draft")).doesNotExist();

        var again = dlq("export", file.toString());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("is in the way");
        assertThat(dlq("export", folder.resolve("some").toString(), "--function", "enricher")
                        .out())
                .contains("wrote 1 dead letter to");
    }

    @Test
    void redrivingItDoesTheWorkAndOnceMoreIsHarmless() throws IOException {
        var id = poison("processor", Letters.announcement("t-1", "12.34"));

        var dry = dlq("redrive", "--all", "--dry-run");
        assertThat(dry.out()).contains("nothing is changed").contains("would be called with");
        assertThat(dry.exitCode()).isZero();
        assertThat(dlq("list").exitCode()).isEqualTo(1);

        var redriven = dlq("redrive", text(id));
        assertThat(redriven.out()).containsPattern("1 +invoked and done +" + id);
        assertThat(redriven.exitCode()).isZero();
        assertThat(sluiceOn(data, "show", "t-1").exitCode()).isZero();
        assertThat(dlq("list").exitCode()).isZero();

        var again = dlq("redrive", text(id));
        assertThat(again.out()).contains("not there").contains("nothing was done");
        assertThat(again.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsDoneAlreadyIsRemovedAndToldSo() throws IOException {
        var first = poison("processor", Letters.announcement("t-1", "12.34"));
        assertThat(dlq("redrive", text(first)).exitCode()).isZero();
        var second = poison("processor", Letters.announcement("t-1", "12.34"));

        assertThat(dlq("inspect", text(second)).out()).contains("done already, transaction t-1 is stored");
        var redriven = dlq("redrive", "--all", "--json");
        assertThat(redriven.exitCode()).isZero();
        assertThat(redriven.json().text("/outcomes/0/outcome")).contains("doneAlready");
        assertThat(dlq("list").exitCode()).isZero();
    }

    @Test
    void poisonStaysUntilItIsRepaired() throws IOException {
        var id = poison("processor", Letters.event("not an announcement"));

        assertThat(dlq("inspect", text(id)).out())
                .contains("nothing that reads")
                .contains("would leave it");
        var refused = dlq("redrive", text(id));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("unusable").contains("--payload FILE");
        assertThat(dlq("list").exitCode()).isEqualTo(1);

        var repaired = Files.writeString(folder.resolve("repaired.json"), Letters.announcement("t-1", "12.34"));
        assertThat(dlq("redrive", text(id), "--payload", repaired.toString()).exitCode())
                .isZero();
        assertThat(sluiceOn(data, "show", "t-1").exitCode()).isZero();
        assertThat(dlq("list").exitCode()).isZero();
    }

    @Test
    void howeverALetterDoesNotReadItIsShownAndStays() {
        var message = Letters.announcement("t-1", "1");
        var ids = new long[] {
            poison("processor", "nonsense " + CARD_NUMBER),
            poison("processor", message.replace("2026-01-01T00:00:00Z\\\"", "today\\\"")),
            poison("processor", message.replace("Europe/London", CARD_NUMBER)),
            poison("enricher", "{\"DDBStreamBatchInfo\":{\"startSequenceNumber\":\"" + CARD_NUMBER + "\"}}"),
            poison("enricher", "{\"DDBStreamBatchInfo\":{\"startSequenceNumber\":\"77\"}}"),
            poison("notifier", "{\"schemaVersion\":\"1\"}"),
            poison("notifier", "{\"Records\":[1]}"),
            poison("archivist", "[]"),
        };
        for (var id : ids) {
            var shown = dlq("inspect", text(id));
            assertThat(shown.exitCode()).as(shown.err()).isZero();
            assertThat(shown.out()).contains("would leave it").doesNotContain(CARD_NUMBER);
        }
        var redriven = dlq("redrive", "--all");
        assertThat(redriven.out()).containsPattern(ids.length + "  unusable").doesNotContain(CARD_NUMBER);
        assertThat(dlq("list").out()).contains(ids.length + " letters");
    }

    @Test
    void whatFailsAgainIsALetterAgainWithBothReasons() throws Exception {
        var id = poison("enricher", Letters.broken("t-1"));
        var over = new AtomicBoolean();
        var time = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                letters.hurry();
            }
        });
        Ran redriven;
        try {
            redriven = dlq("redrive", text(id));
        } finally {
            over.set(true);
            assertThat(time.join(Duration.ofSeconds(30))).isTrue();
        }

        assertThat(redriven.exitCode()).isEqualTo(1);
        assertThat(redriven.out())
                .contains("failed again")
                .contains(id + " is letter " + (id + 1) + " now")
                .contains("- IllegalArgumentException: poison")
                .containsPattern("- (?!IllegalArgumentException: poison).+");
        assertThat(dlq("inspect", text(id + 1)).out()).contains("reason 1").contains("reason 2");
    }

    @Test
    void whatTakesLongerThanTheDeadlineIsStillUnderWay() throws IOException {
        var id = poison("enricher", Letters.broken("t-1"));

        var redriven = dlq("redrive", text(id), "--deadline", "PT0.001S");
        assertThat(redriven.exitCode()).isEqualTo(1);
        assertThat(redriven.out()).contains("still under way");
    }

    @Test
    void nobodyNeedsToWait() throws IOException {
        var ids = new String[] {
            text(poison("processor", Letters.announcement("t-1", "1"))),
            text(poison("processor", Letters.announcement("t-2", "2")))
        };
        var redriven = dlq("redrive", ids[0], ids[1], "--no-wait", "--rate", "100/s", "--json");

        assertThat(redriven.exitCode()).isZero();
        assertThat(redriven.json().text("/letters")).contains("2");
        assertThat(redriven.json().text("/outcomes/1/outcome")).contains("invoked");
    }

    @Test
    void withoutAPipelineTheyCanBeSeenButNotRedriven() {
        var id = poison("processor", Letters.announcement("t-1", "1"));
        pipeline.close();

        var redriven = dlq("redrive", text(id));
        assertThat(redriven.exitCode()).isEqualTo(2);
        assertThat(redriven.err()).contains("start it with ./sluice up");
        assertThat(dlq("list").exitCode()).isEqualTo(1);
        assertThat(dlq("inspect", text(id)).exitCode()).isZero();
        assertThat(dlq("redrive", "--all", "--dry-run").exitCode()).isZero();
        assertThat(dlq("export", folder.resolve("e").toString()).exitCode()).isZero();
    }

    @Test
    void usersMistakesAreOneLineAndExitCodeTwo() throws IOException {
        assertMistake(dlq("redrive"), "which letters?");
        assertMistake(dlq("redrive", "1", "--all"), "choose one");
        assertMistake(dlq("redrive", "1", "--reason", "x"), "choose one");
        assertMistake(dlq("redrive", "--all", "--payload", "x"), "--payload: it repairs one letter");
        assertMistake(dlq("redrive", "1", "--payload", "nowhere"), "there is no file nowhere");
        var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});
        assertMistake(dlq("redrive", "1", "--payload", binary.toString()), "is not UTF-8");
        assertMistake(dlq("list", "--function", "procesor"), "there is no procesor; there are validator, processor");
        poison("processor", "nonsense");
        assertMistake(dlq("export", folder.resolve("no/where").toString()), "cannot write");
        assertThat(sluiceOn(folder, "dlq", "list").err()).contains("no pipeline has run in");
        assertThat(dlq("list", "--older-than", "1h").err()).contains("'1h' is no duration of ISO 8601");
        assertThat(dlq("list", "--older-than", "P999999999D").err()).contains("is no duration from");
        assertThat(dlq().exitCode()).isEqualTo(2);
    }

    private static void assertMistake(Ran ran, String message) {
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message).doesNotContain("\tat ");
        assertThat(ran.err().strip().lines()).hasSize(1);
    }
}
