package dev.sluice.peers.job;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A transaction as a sender writes it. A field that was not written is null. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(
        @Nullable String id,
        @Nullable String type,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal billingAmount,
        @Nullable String billingCurrency,
        @Nullable String accountId,
        @Nullable String occurredAt,
        @Nullable Merchant merchant,
        @Nullable Card card,
        @Nullable Counterparty counterparty,
        @Nullable String originalId,
        @Nullable Map<String, String> metadata) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final int LONGEST_ACCOUNT = 64;
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Set<String> TYPES = Set.of(
            "payment", "refund", "credit", "transfer", "withdrawal", "deposit", "fee", "chargeback", "adjustment");

    /** Where it was spent. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Merchant(
            @Nullable String name,
            @Nullable String mcc,
            @Nullable String country) {}

    /** What it was spent with; never the whole number. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(@Nullable String bin, @Nullable String last4) {}

    /** Who it was transferred to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Counterparty(@Nullable String iban) {}

    /** What is wrong with it, a sentence each; empty where it is a transaction. */
    public List<String> problems(Instant now) {
        var problems = new ArrayList<String>();
        if (id == null || !ID.matcher(id).matches()) {
            problems.add("an id has 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
        if (type == null || !TYPES.contains(type)) {
            problems.add("a type is one of nine");
        }
        if (accountId == null || accountId.isBlank() || accountId.length() > LONGEST_ACCOUNT) {
            problems.add("an accountId has 1 to 64 characters");
        }
        amountProblem(amount, currency).ifPresent(problems::add);
        timeProblem(now).ifPresent(problems::add);
        return problems;
    }

    private static Optional<String> amountProblem(@Nullable BigDecimal amount, @Nullable String code) {
        if (amount == null || amount.signum() <= 0) {
            return Optional.of("an amount is more than zero");
        }
        if (code == null) {
            return Optional.of("a transaction has a currency");
        }
        try {
            var places = Currency.getInstance(code).getDefaultFractionDigits();
            return amount.scale() > places
                    ? Optional.of("an amount has at most as many decimal places as its currency")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("a currency is a code of ISO 4217");
        }
    }

    private Optional<String> timeProblem(Instant now) {
        try {
            return occurredAt == null || moment(occurredAt).isAfter(now.plus(AHEAD))
                    ? Optional.of("a transaction has occurred")
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("an occurredAt is an RFC 3339 date-time or a date");
        }
    }

    private static Instant moment(String written) {
        return written.indexOf('T') < 0
                ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(written).toInstant();
    }
}
