package dev.sluice.compliance.proposal;

/** What could be done about a finding by itself, as the scan that saw all of the environment decided. */
public sealed interface Proposal {

    /**
     * It can be put right.
     *
     * @param target what is changed, as the service knows it: a log group's or bucket's or function's name, a queue's URL,
     *     a table's name, an ARN
     * @param before how it is, in a short text that compares: if it is not so any more when the repair is made, nothing is
     *     done
     * @param after how it is to be
     */
    record Planned(RepairKind kind, String target, String before, String after) implements Proposal {}

    /**
     * There is a repair, and it is not made.
     *
     * @param reason why, for people: it would break another rule, say
     */
    record Refused(RepairKind kind, String reason) implements Proposal {}

    /** There is none: a person decides. */
    record ByHand() implements Proposal {}
}
