package dev.sluice.integration.sandbox.gateway;

/**
 * A client that is metered.
 *
 * @param key its key
 * @param plan the usage plan that the key is in for this stage
 */
record Client(ApiKey key, UsagePlan plan) {

    /** Whose requests are counted together. */
    String subject() {
        return plan.id() + "/" + key.id();
    }
}
