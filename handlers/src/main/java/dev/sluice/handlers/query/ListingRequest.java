package dev.sluice.handlers.query;

import dev.sluice.domain.validation.Violation;
import dev.sluice.handlers.gateway.GatewayRequest;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.handlers.port.TransactionArchive.Listing;
import dev.sluice.handlers.port.TransactionArchive.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request for an account's transactions asks for, or what is wrong with it. */
sealed interface ListingRequest {

    Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    int LARGEST_PAGE = 100;
    int USUAL_PAGE = 50;

    record Valid(Listing listing) implements ListingRequest {}

    /**
     * At least one parameter is wrong.
     *
     * @param errors each names the query parameter as its pointer
     */
    record Invalid(List<Violation> errors) implements ListingRequest {}

    static ListingRequest read(GatewayRequest request) {
        var errors = new ArrayList<Violation>();
        var source = request.queryParameter("source").orElse(Sources.DEFAULT);
        var account = request.pathParameter("accountId").orElse("");
        var from = instant(request, "from", EARLIEST, errors);
        var to = instant(request, "to", LATEST, errors);
        var limit = limit(request, errors);
        var after = after(request, source, account, errors);
        return errors.isEmpty() ? new Valid(new Listing(source, account, from, to, limit, after)) : new Invalid(errors);
    }

    private static Instant instant(GatewayRequest request, String name, Instant otherwise, List<Violation> errors) {
        var written = request.queryParameter(name);
        if (written.isEmpty()) {
            return otherwise;
        }
        var instant = instant(written.get());
        if (instant.isEmpty()) {
            errors.add(new Violation(
                    "/" + name, name + "_format", name + " is an RFC 3339 time with offset, its + written as %2B"));
        }
        return instant.orElse(otherwise);
    }

    /** Within the years that RFC 3339 has and that a transaction can be of; what lies beyond fits no store. */
    private static Optional<Instant> instant(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant())
                    .filter(instant -> !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int limit(GatewayRequest request, List<Violation> errors) {
        var written = request.queryParameter("limit");
        if (written.isEmpty()) {
            return USUAL_PAGE;
        }
        if (Digits.SHORT.matcher(written.get()).matches()) {
            var limit = Integer.parseInt(written.get());
            if (limit >= 1 && limit <= LARGEST_PAGE) {
                return limit;
            }
        }
        errors.add(new Violation("/limit", "limit_range", "limit is a whole number from 1 to " + LARGEST_PAGE));
        return USUAL_PAGE;
    }

    private static Optional<Position> after(
            GatewayRequest request, String source, String account, List<Violation> errors) {
        var written = request.queryParameter("cursor");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var position = Cursor.read(source, account, written.get());
        if (position.isEmpty()) {
            errors.add(new Violation(
                    "/cursor", "cursor_invalid", "cursor is the nextCursor of a page of the same account"));
        }
        return position;
    }

    /** Few enough digits to be an int. */
    final class Digits {
        private static final Pattern SHORT = Pattern.compile("[0-9]{1,4}");

        private Digits() {}
    }
}
