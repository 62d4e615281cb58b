package dev.sluice.compliance.remediating;

import java.util.ArrayList;
import java.util.List;

/** What failed while the rest went on. */
final class Failed {

    private final List<RuntimeException> all = new ArrayList<>();

    void add(RuntimeException failure) {
        all.add(failure);
    }

    /** Throws the first, the others with it; nothing where nothing failed. */
    void rethrow() {
        if (all.isEmpty()) {
            return;
        }
        var first = all.getFirst();
        // A failure that is thrown twice cannot suppress itself.
        all.stream().skip(1).filter(other -> !other.equals(first)).forEach(first::addSuppressed);
        throw first;
    }
}
