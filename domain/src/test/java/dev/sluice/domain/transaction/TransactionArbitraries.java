package dev.sluice.domain.transaction;

import dev.sluice.domain.validation.SubmissionArbitraries;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import net.jqwik.api.Arbitrary;

/** Accepted transactions of every type, with every combination of optional parts. */
public final class TransactionArbitraries {

    private TransactionArbitraries() {}

    public static Arbitrary<Transaction> transactions() {
        return SubmissionArbitraries.submissions()
                .map(submission ->
                        Validation.validate(submission, SubmissionArbitraries.POLICY, SubmissionArbitraries.NOW))
                .map(verdict -> switch (verdict) {
                    case Verdict.Accepted(var transaction) -> transaction;
                    case Verdict.Refused(var violations) -> throw new AssertionError(violations.toString());
                });
    }
}
