package dev.sluice.compliance.repair;

/** What came of a finding that was to be repaired. */
public enum Outcome {
    /** The repair was begun; whether it was made is not known until the request is received again. */
    BEGUN,
    /** It is repaired: what was changed was read back and is as it is to be. */
    REPAIRED,
    /** It would be repaired where repairs are made. */
    WOULD_REPAIR,
    /** It was as it is to be already. */
    ALREADY_SO,
    /** It is no longer as it was when the repair was planned, so nothing is done before the next scan has seen it. */
    CHANGED_MEANWHILE,
    /** The resource does not bear the environment's tags, so it is nobody's to change. */
    NOT_OURS,
    /** It was repaired and came back too often: a person finds out who changes it. */
    COMES_BACK,
    /** There is a repair, and it would break something else. */
    REFUSED,
    /** There is no repair: a person decides. */
    BY_HAND,
    /** It is resolved already. */
    NOT_OPEN,
    /** No scan found it. */
    NOT_KNOWN,
    /** The repair was made and does not show when it is read back. */
    NOT_SEEN
}
