package dev.sluice.guard.rule;

/** How much a finding matters, least first; SARIF 2.1.0's levels of the same names. */
public enum Severity {
    /** It works; whoever runs it will miss something. */
    NOTE,
    /** It works until load, a failure or a change meets it. */
    WARNING,
    /** It does not work, loses something, or stands open. */
    ERROR
}
