package dev.sluice.integration.sandbox.client.compliance;

/**
 * Something that somebody changed by hand in what was deployed.
 *
 * @param what what, for people
 * @param finding what a scan is to find: {@code rule@address}
 * @param make makes it so
 * @param undo puts it back as it was, which it may be already
 */
public record Break(String what, String finding, Runnable make, Runnable undo) {

    @Override
    public String toString() {
        return what + " (" + finding + ")";
    }
}
