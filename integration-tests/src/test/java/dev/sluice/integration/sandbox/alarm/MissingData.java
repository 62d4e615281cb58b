package dev.sluice.integration.sandbox.alarm;

/** What a period without data is (AWS, "Configuring how CloudWatch alarms treat missing data"). */
enum MissingData {
    /** Bad. */
    BREACHING("breaching"),
    /** Good. */
    NOT_BREACHING("notBreaching"),
    /** No reason to change. */
    IGNORE("ignore"),
    /** Nothing to tell by. */
    MISSING("missing");

    private final String name;

    MissingData(String name) {
        this.name = name;
    }

    static MissingData named(String name) {
        for (var each : values()) {
            if (each.name.equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name + " is no treatment of missing data");
    }
}
