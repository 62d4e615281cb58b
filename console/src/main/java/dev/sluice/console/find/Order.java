package dev.sluice.console.find;

/** Which rows are told first. */
enum Order {
    /** Those that arrived last; of an id or an account their own orders, which {@link Walk} tells. */
    NEWEST,
    /**
     * Those with the highest score, of equal ones the largest amounts billed, in minor units of whatever currency, of equal
     * ones those that arrived last; what has no score above 0 is not told.
     */
    RISKIEST
}
