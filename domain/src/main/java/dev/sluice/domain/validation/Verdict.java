package dev.sluice.domain.validation;

import dev.sluice.domain.transaction.Transaction;
import java.util.List;

/** What validation found. */
public sealed interface Verdict {

    /** Every rule holds. */
    record Accepted(Transaction transaction) implements Verdict {}

    /** At least one rule is broken; all of them are here, in the catalogue's order. */
    record Refused(List<Violation> violations) implements Verdict {
        public Refused {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a refusal states what is broken");
            }
        }
    }
}
