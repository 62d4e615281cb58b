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

    /** The scanner's: a scan was made, from reading to report. */
    public static final String SCANS = "Scans";
    /** The scanner's: an alert of a finding was published. */
    public static final String FINDINGS_TOLD = "FindingsTold";
    /** The scanner's: how many findings of the severity error are open; told once a scan, as are the next two. */
    public static final String OPEN_ERRORS = "OpenErrors";
    /** The scanner's: how many findings of the severity warning are open. */
    public static final String OPEN_WARNINGS = "OpenWarnings";
    /** The scanner's: how many findings of the severity note are open. */
    public static final String OPEN_NOTES = "OpenNotes";
    /** The scanner's: how many resources were looked at. */
    public static final String RESOURCES = "Resources";
    /** The scanner's: how many parts of the environment could not be read, and so are neither right nor wrong. */
    public static final String NOT_READ = "NotRead";
    /** The remediator's: a request to repair was worked off, whatever came of it. */
    public static final String REPAIR_RUNS = "RepairRuns";
    /** The remediator's: a request to repair could not be worked off, and is received again. */
    public static final String NOT_RUN = "RepairsNotRun";
    /** The remediator's: a finding was repaired. */
    public static final String REPAIRED = "Repaired";
    /** The remediator's: a repair was refused, or given up on because its finding keeps coming back. */
    public static final String REPAIRS_REFUSED = "RepairsRefused";

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
