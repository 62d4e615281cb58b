package dev.sluice.integration.sandbox.source;

/**
 * A source that nothing is read from.
 *
 * @param from what would be read
 * @param function for whom
 * @param why why it is not
 * @param notes where that is said
 */
record Unread(String from, String function, String why, Notes notes) implements Source {

    @Override
    public boolean look() {
        notes.blocked(from, function, why);
        return false;
    }
}
