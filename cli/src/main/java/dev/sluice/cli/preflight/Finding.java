package dev.sluice.cli.preflight;

/**
 * What a check found; no text in it holds a whole account number or an access key.
 *
 * @param what was looked at, in a few words
 * @param found how it is, or why that cannot be told
 * @param wanted how it should be
 * @param verdict what that comes to
 */
public record Finding(String what, String found, String wanted, Verdict verdict) {

    public Finding {
        found = Masked.of(found);
        wanted = Masked.of(wanted);
    }

    /** Whether there is nothing to report. */
    public boolean isFine() {
        return verdict instanceof Verdict.Fine;
    }
}
