package dev.sluice.handlers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.card.CardNumberScan;
import dev.sluice.handlers.Answer;
import dev.sluice.handlers.WebhookRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Keeps trying what nobody thought of: whatever a sender sends, the validator answers as A4 says, and announces exactly
 * what it accepts. A failing try prints its seed; {@code @Property(seed = "…")} runs it again.
 */
class HostileInputProperties {

    private static final Set<Integer> ANSWERS = Set.of(202, 400, 401, 413, 415, 422);
    private static final String SECRET = Base64.getEncoder().encodeToString(Intake.KEY);
    private static final List<String> BODIES = List.of(WebhookRequest.VALID_BODY, """
            {"id": "r.1", "type": "refund", "amount": 0.5e1, "currency": "JPY", "billingAmount": "1.250",
             "billingCurrency": "BHD", "accountId": "caf\u00e9 \ud83d\ude00", "occurredAt": "2026-05-04",
             "originalId": "t-1", "card": {"bin": "411111", "last4": "1111"},
             "metadata": {"note": "\\u00e9\\ud83d\\ude00", "n": "4111 1111 1111 1112"}}""", """
            {"id": "x:1", "type": "transfer", "amount": 1, "currency": "EUR", "accountId": "a", "unknown": [[{}], null, true],
             "occurredAt": "2026-05-04T10:15:30+02:00", "counterparty": {"iban": "GB29NWBK60161331926819"}}""");

    @Property(tries = 2_000)
    void aBodyWhoseBytesAreChangedIsAnsweredAndAnnouncedOnlyWhenAccepted(@ForAll("changedBytes") byte[] body) {
        var intake = new Intake();
        holds(intake, intake.sendSigned(body));
    }

    @Property(tries = 2_000)
    void aBodyWhoseStructureIsChangedIsAnsweredAndAnnouncedOnlyWhenAccepted(@ForAll("changedStructure") String body) {
        var intake = new Intake();
        holds(intake, intake.sendSigned(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 1_000)
    void headersOfAnythingAreAnsweredAndAnnouncedOnlyWhenAccepted(
            @ForAll("headerNames") String name,
            @ForAll("headerValues") String value,
            @ForAll("headerNames") String gone) {
        var intake = new Intake();
        holds(
                intake,
                intake.send(new WebhookRequest()
                        .signed(Intake.KEY, Intake.NOW)
                        .header(name, value)
                        .without(gone)
                        .source("default")));
    }

    @Property(tries = 1_000)
    void aSourceOfAnythingIsAnsweredLikeAWrongSignature(@ForAll String source) {
        var intake = new Intake();
        var request = new WebhookRequest().signed(Intake.KEY, Intake.NOW).source(source);
        assertThat(intake.send(request).status()).isEqualTo(source.equals("default") ? 202 : 401);
    }

    /** What is no event of API Gateway's is our own mistake: it fails, says nothing of the payload, announces nothing. */
    @Property(tries = 2_000)
    void anEventThatIsChangedIsAnsweredOrRefusedAsNoEvent(@ForAll("changedEvents") byte[] event) {
        var intake = new Intake();
        try {
            holds(intake, intake.take(new ByteArrayInputStream(event)));
        } catch (IllegalArgumentException notOfApiGateway) {
            assertThat(intake.announced).isEmpty();
            assertThat(String.valueOf(notOfApiGateway.getMessage())).doesNotContain("Corner Shop", "5770", SECRET);
        }
    }

    private static void holds(Intake intake, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(ANSWERS);
        assertThat(intake.announced).hasSize(answer.status() == 202 ? 1 : 0);
        assertThat(answer.body().group().members())
                .containsKeys(
                        answer.status() == 202
                                ? new String[] {"transactionId", "status", "receivedAt"}
                                : new String[] {"type", "title", "status", "detail", "correlationId"});
        if (answer.status() != 202) {
            assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
            assertThat(answer.body().integer("status")).isEqualTo(answer.status());
        }
        for (var said : List.of(answer.text(), String.join("\n", intake.lines))) {
            assertThat(said).doesNotContain(SECRET);
            // A time is long enough a run of digits to be taken for a card number.
            assertThat(CardNumberScan.finds(said.replaceAll("\"Timestamp\":[0-9]+", "")))
                    .as(said)
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<byte[]> changedBytes() {
        return changed(Arbitraries.of(BODIES).map(body -> body.getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<byte[]> changedEvents() {
        var event = Arbitraries.of(BODIES).map(body -> {
            try {
                return new WebhookRequest()
                        .body(body)
                        .signed(Intake.KEY, Intake.NOW)
                        .event()
                        .readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var structured = Combinators.combine(event, Arbitraries.integers().between(0, 10_000), fragments())
                .as((bytes, at, fragment) -> MutatedJson.replaceValue(
                                new String(bytes, StandardCharsets.UTF_8), at, fragment)
                        .getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(changed(event), structured);
    }

    @Provide
    Arbitrary<String> changedStructure() {
        var once = Combinators.combine(
                        Arbitraries.of(BODIES), Arbitraries.integers().between(0, 10_000), fragments())
                .as(MutatedJson::replaceValue);
        var twice = Combinators.combine(once, Arbitraries.integers().between(0, 10_000), fragments())
                .as(MutatedJson::replaceValue);
        var doubled = Combinators.combine(once, Arbitraries.integers().between(0, 10_000))
                .as(MutatedJson::repeatMember);
        var removed = Combinators.combine(once, Arbitraries.integers().between(0, 10_000))
                .as(MutatedJson::removeMember);
        return Arbitraries.oneOf(once, twice, doubled, removed);
    }

    /** Values that parsers and validators fall over. */
    private static Arbitrary<String> fragments() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "{}",
                        "[]",
                        "\"\"",
                        "0",
                        "-0",
                        "1e999999999",
                        "-1E-999999999",
                        "NaN",
                        "01",
                        "\"\\ud800\"",
                        "\"\\u0000\"",
                        "\"4111 1111 1111 1111\"",
                        "\"4111111111111111\"",
                        "{\"4111111111111111\": 1}",
                        "[[[[[[[[[[1]]]]]]]]]]",
                        "\"\\u202e\"",
                        "\"e\\u0301\"",
                        "{\"a\":1,\"\\u0061\":2}",
                        "\ufeff1",
                        "\"a\nb\"",
                        "\"" + "\u0301\u0316".repeat(300) + "\"",
                        "9".repeat(1_001),
                        "\"" + "9".repeat(2_000) + "\"",
                        "{\"" + "k".repeat(500) + "\": \"4111111111111111\"}"),
                Arbitraries.strings().ofMaxLength(40).map(text -> "\"" + text + "\""),
                Arbitraries.strings().ofMaxLength(10),
                Arbitraries.bigDecimals().map(Object::toString));
    }

    /** A few edits of bytes: changed, taken out, put in, moved, cut off. */
    private static Arbitrary<byte[]> changed(Arbitrary<byte[]> bytes) {
        return Combinators.combine(
                        bytes,
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(6))
                .as(HostileInputProperties::edited);
    }

    private static byte[] edited(byte[] bytes, int how, int where, byte[] with) {
        var at = where % bytes.length;
        var end = Math.min(bytes.length, at + with.length);
        return switch (how) {
            case 0 -> joined(Arrays.copyOf(bytes, at), with, Arrays.copyOfRange(bytes, end, bytes.length));
            case 1 -> joined(Arrays.copyOf(bytes, at), with, Arrays.copyOfRange(bytes, at, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            case 3 -> Arrays.copyOf(bytes, at);
            default -> joined(Arrays.copyOfRange(bytes, at, bytes.length), Arrays.copyOf(bytes, at));
        };
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    @Provide
    Arbitrary<String> headerNames() {
        return Arbitraries.of(
                "webhook-id",
                "webhook-timestamp",
                "webhook-signature",
                "Content-Type",
                "x-correlation-id",
                "X-Amzn-Trace-Id",
                "unheard-of");
    }

    @Provide
    Arbitrary<String> headerValues() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.strings().ascii().ofMaxLength(300),
                Arbitraries.of(
                        "4111111111111111", "4111-1111-1111-1111", "v1,", "v1,AAAA v1,AAAA", SECRET.substring(0, 10)),
                Arbitraries.longs().map(String::valueOf));
    }
}
