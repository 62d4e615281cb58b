package dev.sluice.peers.job;

/**
 * What is published of an accepted transaction.
 *
 * @param receivedAt when, as ISO 8601 has it, in UTC
 */
public record Announcement(String schemaVersion, String source, String receivedAt, Submission transaction) {

    /** Announces one that has just been received. */
    public static Announcement of(Submission transaction, String receivedAt) {
        return new Announcement("1", "default", receivedAt, transaction);
    }
}
