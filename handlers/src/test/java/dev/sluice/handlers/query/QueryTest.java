package dev.sluice.handlers.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.Answer;
import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.codec.Parsed;
import dev.sluice.handlers.port.StoredTransaction;
import dev.sluice.handlers.port.StoredTransaction.RecordedConflict;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.handlers.port.Trace;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:16:00Z");
    private static final String ONE = "/transactions/{id}";
    private static final String LISTING = "/accounts/{accountId}/transactions";

    private final List<TransactionArchive.Listing> asked = new ArrayList<>();
    private boolean up = true;
    private Optional<TransactionArchive.Position> next = Optional.empty();

    @Test
    void aTransactionIsAnsweredWithEverythingKnown() {
        var answer = ask(ONE, Map.of("id", "t-1"), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        var body = answer.body();
        assertThat(body.text("id")).isEqualTo("t-1");
        assertThat(body.text("source")).isEqualTo("default");
        assertThat(body.text("status")).isEqualTo("received");
        assertThat(body.text("receivedAt")).isEqualTo("2026-05-04T10:16:00Z");
        assertThat(body.object("transaction").text("amount")).isEqualTo("12.50");
        assertThat(body.object("enrichment").integer("minorUnits")).isEqualTo(1250);
        assertThat(body.object("enrichment").object("merchantCategory").text("code"))
                .isEqualTo("5411");
        assertThat(body.object("enrichment").object("absent").text("cardScheme"))
                .isEqualTo("not_given");
        assertThat(body.listing("conflicts").items()).hasSize(1);
    }

    @Test
    void anIdOfAnotherSourceIsNotFound() {
        var answer = ask(ONE, Map.of("id", "t-1"), Map.of("source", "shop"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void anAccountsTransactionsComeInPages() {
        next = Optional.of(new TransactionArchive.Position(NOW, "t-1"));
        var first = ask(LISTING, Map.of("accountId", "5770"), Map.of("limit", "1"));
        var cursor = first.body().text("nextCursor");
        next = Optional.empty();
        var second = ask(LISTING, Map.of("accountId", "5770"), Map.of("limit", "1", "cursor", cursor));

        assertThat(first.body().listing("transactions").items()).hasSize(1);
        assertThat(asked.getLast().after()).contains(new TransactionArchive.Position(NOW, "t-1"));
        assertThat(second.body().findText("nextCursor")).isEmpty();
        assertThat(ask(LISTING, Map.of("accountId", "5771"), Map.of("cursor", cursor))
                        .errors())
                .containsExactly("cursor_invalid at /cursor");
    }

    @Test
    void everyWrongParameterIsNamedAtOnce() {
        var answer = ask(
                LISTING,
                Map.of("accountId", "5770"),
                Map.of("from", "yesterday", "to", "2026-05-04", "limit", "101", "cursor", "abc"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors())
                .containsExactly(
                        "from_format at /from",
                        "to_format at /to",
                        "limit_range at /limit",
                        "cursor_invalid at /cursor");
        for (var limit : List.of("0", "-1", "1.5", "99999999999", "")) {
            assertThat(ask(LISTING, Map.of("accountId", "5770"), Map.of("limit", limit))
                            .errors())
                    .containsExactly("limit_range at /limit");
        }
    }

    @Test
    void aTimeBeyondTheYearsThatTransactionsHaveIsRefused() {
        for (var time : List.of(
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59-18:00",
                "-0001-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00+18:00",
                "9999-12-31T23:59:59.9999Z")) {
            assertThat(ask(LISTING, Map.of("accountId", "5770"), Map.of("from", time, "to", time))
                            .errors())
                    .as(time)
                    .containsExactly("from_format at /from", "to_format at /to");
        }
        var widest = Map.of("from", "0000-01-01T00:00:00Z", "to", "9999-12-31T23:59:59.999Z");
        assertThat(ask(LISTING, Map.of("accountId", "5770"), widest).status()).isEqualTo(200);
    }

    @Test
    void aCursorThatSomebodyMadeIsRefusedEvenWhereItsChecksumIsRight() throws GeneralSecurityException {
        for (var content : List.of("no colon", ":", ":t-1", "x:t-1", "99999999999999999999:t-1")) {
            assertThat(ask(LISTING, Map.of("accountId", "5770"), Map.of("cursor", forged(content)))
                            .errors())
                    .as(content)
                    .containsExactly("cursor_invalid at /cursor");
        }
        assertThat(ask(LISTING, Map.of("accountId", "5770"), Map.of("cursor", forged("1:t-1")))
                        .status())
                .as("what a right one looks like")
                .isEqualTo(200);
    }

    /** The checksum grants nothing and has no key: whoever reads the source can make one. */
    private static String forged(String content) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update("default#5770\n".getBytes(StandardCharsets.UTF_8));
        var checksum = Arrays.copyOf(digest.digest(content.getBytes(StandardCharsets.UTF_8)), 8);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(checksum);
        bytes.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    @Test
    void aStoreThatDoesNotAnswerIsA503() {
        up = false;

        var answer = ask(ONE, Map.of("id", "t-1"), Map.of());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
    }

    @Test
    void anotherPathIsNotFound() {
        assertThat(ask("/elsewhere", Map.of(), Map.of()).status()).isEqualTo(404);
    }

    private Answer ask(String resource, Map<String, String> path, Map<String, String> query) {
        return Answer.of(
                new Query(new OneTransaction(), InstantSource.fixed(NOW), new Telemetry(line -> {})),
                event(resource, path, query));
    }

    private static InputStream event(String resource, Map<String, String> path, Map<String, String> query) {
        return new ByteArrayInputStream(JsonText.object(json -> {
                    json.writeStringField("resource", resource);
                    for (var parameters : Map.of("pathParameters", path, "queryStringParameters", query)
                            .entrySet()) {
                        json.writeObjectFieldStart(parameters.getKey());
                        for (var parameter : parameters.getValue().entrySet()) {
                            json.writeStringField(parameter.getKey(), parameter.getValue());
                        }
                        json.writeEndObject();
                    }
                })
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Transaction transaction() {
        var document = (Parsed.Document) JsonDocument.within(JsonBounds.SENDER).read(WebhookRequest.VALID_BODY);
        var verdict =
                Validation.validate(new Submission("default", document.root()), Policy.unlimited(ZoneOffset.UTC), NOW);
        return ((Verdict.Accepted) verdict).transaction();
    }

    /** An archive with one transaction in it. */
    private final class OneTransaction implements TransactionArchive {

        private final StoredTransaction stored = new StoredTransaction(
                new EnrichedTransaction(transaction(), ReferenceEnrichment.of(transaction(), ZoneOffset.UTC)),
                Status.RECEIVED,
                Optional.empty(),
                NOW,
                NOW,
                new Trace("request-1", Optional.empty()),
                List.of(new RecordedConflict("v1:00", NOW)));

        @Override
        public Optional<StoredTransaction> find(Identity identity) {
            if (!up) {
                throw new Unavailable("store did not answer");
            }
            return identity.equals(new Identity("default", "t-1")) ? Optional.of(stored) : Optional.empty();
        }

        @Override
        public Page ofAccount(Listing listing) {
            asked.add(listing);
            return new Page(List.of(stored), next);
        }
    }
}
