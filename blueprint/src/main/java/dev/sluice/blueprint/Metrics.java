package dev.sluice.blueprint;

import java.util.List;

/**
 * What functions count themselves: CloudWatch metrics in the namespace that {@code METRICS_NAMESPACE} names, each by the
 * dimension {@code function}.
 */
public final class Metrics {

    /** The validator's: a transaction was published, and the sender told 202. */
    public static final String ACCEPTED = "Accepted";
    /** The validator's: a request was refused, for whatever reason. */
    public static final String REFUSED = "Refused";
    /** The validator's: only the older of a source's secrets verified a request. */
    public static final String VERIFIED_BY_OLDER_SECRET = "VerifiedByOlderSecret";
    /** The validator's and the query function's: something they need did not answer. */
    public static final String UNAVAILABLE = "Unavailable";
    /** The processor's: a transaction was stored. */
    public static final String STORED = "Stored";
    /** The processor's: a transaction was stored before. */
    public static final String DUPLICATES = "Duplicates";
    /** The processor's: other content came under the identity of a stored transaction. */
    public static final String CONFLICTS = "Conflicts";
    /** The processor's: a transaction could not be stored, and is tried again. */
    public static final String NOT_STORED = "NotStored";
    /** The enricher's: a record was enriched. */
    public static final String ENRICHED = "Enriched";
    /** The enricher's: a record had been enriched before. */
    public static final String ENRICHED_BEFORE = "EnrichedBefore";
    /** The enricher's: a record could not be enriched, and is tried again. */
    public static final String NOT_ENRICHED = "NotEnriched";
    /** The enricher's: a transaction's score made somebody be told. */
    public static final String FLAGGED = "Flagged";
    /** The notifier's: an alert was published. */
    public static final String ALERTS = "Alerts";
    /** The notifier's: another call was publishing an alert, so this one waits. */
    public static final String ALERTS_HELD = "AlertsHeld";
    /** The notifier's: a message could not be told, and is received again. */
    public static final String NOT_TOLD = "NotTold";

    /**
     * What a function counts that answers for each record of a batch: a batch that failed in part is no error to Lambda.
     *
     * @param failed the metric of records that are to come again
     * @param done the metrics of the others
     */
    public record Records(String failed, List<String> done) {
        public Records {
            done = List.copyOf(done);
        }
    }

    private Metrics() {}
}
