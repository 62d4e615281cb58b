package dev.sluice.guard.iam;

/**
 * The statement that decided.
 *
 * @param policy its policy's name
 * @param statement its sid; where it has none its number, from 1, as {@code #2}
 */
public record By(String policy, String statement) {

    @Override
    public String toString() {
        return "statement " + statement + " of " + policy;
    }
}
