package dev.sluice.compliance.remediating;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a message asks to be repaired: {@code {"scan": "2026-01-05T10:00:00Z", "findings": ["rule@address"], "apply": true}},
 * all but the scan left out where nothing else than usual is asked.
 *
 * @param scan the scan that found what is to be repaired, to the millisecond
 * @param findings which findings; empty for every open one whose repair is planned
 * @param mode whether repairs are made; empty where the function's setting decides
 */
record Request(Instant scan, Optional<List<FindingKey>> findings, Optional<Mode> mode) {

    /** More than an environment has, few enough for the time that a function has. */
    static final int MOST_FINDINGS = 200;

    private static final JsonDocument READER = JsonDocument.within(new JsonBounds(64 * 1024, 4));

    Request {
        findings = findings.map(List::copyOf);
    }

    /**
     * Reads a message's body.
     *
     * @throws IllegalArgumentException where it asks nothing that can be understood, with what is wrong
     */
    static Request read(String body) {
        var fields = Fields.parse(READER, body);
        return new Request(
                scan(fields.text("scan")),
                fields.find("findings").map(ignored -> findings(fields.listing("findings"))),
                fields.find("apply").map(Request::mode));
    }

    private static Instant scan(String text) {
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'scan' is to be an instant such as 2026-01-05T10:00:00Z", e);
        }
    }

    private static List<FindingKey> findings(Written.Listing listing) {
        if (listing.items().size() > MOST_FINDINGS) {
            throw new IllegalArgumentException("'findings' names at most " + MOST_FINDINGS);
        }
        return listing.items().stream().map(Request::finding).distinct().toList();
    }

    private static FindingKey finding(Written item) {
        if (item instanceof Written.Text(var id) && id.indexOf('@') > 0) {
            int at = id.indexOf('@');
            return new FindingKey(id.substring(0, at), id.substring(at + 1));
        }
        throw new IllegalArgumentException("each of 'findings' is to be a rule, an @ and an address");
    }

    private static Mode mode(Written apply) {
        if (apply instanceof Written.Truth(var isApplied)) {
            return isApplied ? Mode.APPLY : Mode.DRY_RUN;
        }
        throw new IllegalArgumentException("'apply' is to be true or false");
    }
}
