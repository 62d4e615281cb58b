package dev.sluice.integration.sandbox.authorize;

/** A way in which a service says no; each service has its own error for it, in this order in {@code service-errors.txt}. */
enum Failure {
    /** The caller may not do it. */
    DENIED,
    /** The caller may, and may not use the key that it takes. */
    KEY_DENIED,
    /** Nobody has that access key. */
    UNRECOGNIZED,
    /** There are too many calls; the SDK tries again. */
    THROTTLED,
    /** The service is not well; the SDK tries again. */
    FAILING,
    /** The call is wrong; the SDK does not try again. */
    REFUSED,
    /** What it is about is not there. */
    GONE
}
