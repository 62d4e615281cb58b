package dev.sluice.compliance.proposal;

/** What can be put right without harm: nothing that is kept is lost by it, and nothing that runs stops. */
public enum RepairKind {
    /** A log group keeps its lines for the stated days. */
    LOG_RETENTION,
    /** A bucket refuses every public access. */
    PUBLIC_ACCESS_BLOCK,
    /** A dead-letter queue keeps its letters for the stated days. */
    DEAD_LETTER_RETENTION,
    /** A table can be put back to any second of the last 35 days. */
    POINT_IN_TIME_RECOVERY,
    /** A function is traced. */
    TRACING,
    /** A resource bears the tags of its environment. */
    TAGS,
    /** A topic is encrypted with the key of its environment. */
    TOPIC_ENCRYPTION
}
