package dev.sluice.domain.validation;

import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.validation.reading.Acceptance;
import dev.sluice.domain.validation.reading.Reading;
import dev.sluice.domain.validation.rule.Rule;
import dev.sluice.domain.validation.rule.Rules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Decides whether what was written is a transaction. Every rule of the catalogue is asked, so that a sender learns
 * everything at once; equal submissions get equal verdicts, in whatever order their fields are written.
 */
public final class Validation {

    private Validation() {}

    public static Verdict validate(Submission submission, Policy policy, Instant now) {
        var reading = Reading.of(submission, policy, now);
        var violations = Rules.ALL.stream()
                .flatMap(rule -> broken(rule, reading).stream())
                .toList();
        return violations.isEmpty() ? new Verdict.Accepted(Acceptance.of(reading)) : new Verdict.Refused(violations);
    }

    /** A rule broken twice at one place, as by a metadata key and its value, is said once. */
    private static List<Violation> broken(Rule rule, Reading reading) {
        var byPointer = new LinkedHashMap<String, Violation>();
        rule.findings(reading).forEach(finding -> {
            var pointer = finding.pointer().toString();
            var sentence = rule.sentence() + "; found " + finding.shape() + ".";
            byPointer.putIfAbsent(pointer, new Violation(pointer, rule.code(), sentence));
        });
        return List.copyOf(byPointer.values());
    }
}
