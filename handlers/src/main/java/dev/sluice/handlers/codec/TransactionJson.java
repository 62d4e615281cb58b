package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A transaction in the shape its sender writes it in, normalized. */
public final class TransactionJson {

    /** Later than anything that was accepted: what is read back was judged for its age once and is not again. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private TransactionJson() {}

    /** Writes the members into an object that is open. */
    public static void write(JsonGenerator json, Transaction t) throws IOException {
        json.writeStringField("id", t.identity().id());
        json.writeStringField("type", t.type().code());
        json.writeStringField("amount", t.amount().toPlainString());
        json.writeStringField("currency", t.amount().currency().code());
        if (t.billing().isPresent()) {
            json.writeStringField("billingAmount", t.billing().get().toPlainString());
            json.writeStringField(
                    "billingCurrency", t.billing().get().currency().code());
        }
        json.writeStringField("accountId", t.accountId());
        json.writeStringField(
                "occurredAt",
                switch (t.occurredAt()) {
                    case OccurredAt.Moment moment -> moment.instant().toString();
                    case OccurredAt.Day day -> day.day().toString();
                });
        if (t.merchant().isPresent()) {
            var merchant = t.merchant().get();
            json.writeObjectFieldStart("merchant");
            json.writeStringField("name", merchant.name());
            writeIfPresent(json, "mcc", merchant.mcc());
            writeIfPresent(json, "country", merchant.country());
            json.writeEndObject();
        }
        if (t.card().isPresent()) {
            json.writeObjectFieldStart("card");
            writeIfPresent(json, "bin", t.card().get().bin());
            json.writeStringField("last4", t.card().get().last4());
            json.writeEndObject();
        }
        if (t.counterparty().isPresent()) {
            json.writeObjectFieldStart("counterparty");
            json.writeStringField("iban", t.counterparty().get().iban().value());
            json.writeEndObject();
        }
        writeIfPresent(json, "originalId", t.originalId());
        if (!t.metadata().isEmpty()) {
            json.writeObjectFieldStart("metadata");
            for (var entry : t.metadata().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
    }

    /**
     * Reads back what was accepted before, by the same rules.
     *
     * @throws IllegalArgumentException where it was not: our own document is damaged
     */
    static Transaction read(Written.Group written, String source, ZoneId zone) {
        return switch (Validation.validate(new Submission(source, written), Policy.unlimited(zone), LATEST)) {
            case Verdict.Accepted accepted -> accepted.transaction();
            case Verdict.Refused refused ->
                throw new IllegalArgumentException("a transaction accepted before does not read back: "
                        + refused.violations().getFirst().code() + " at "
                        + refused.violations().getFirst().pointer());
        };
    }

    private static void writeIfPresent(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
