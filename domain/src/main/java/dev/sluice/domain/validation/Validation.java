package dev.sluice.domain.validation;

import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.validation.reading.Acceptance;
import dev.sluice.domain.validation.reading.Reading;
import dev.sluice.domain.validation.rule.Finding;
import dev.sluice.domain.validation.rule.Rule;
import dev.sluice.domain.validation.rule.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
        var violations = new ArrayList<Violation>();
        for (var rule : Rules.ALL) {
            var findings = rule.findings(reading);
            if (!findings.isEmpty()) {
                violations.addAll(violations(rule, findings));
            }
        }
        return violations.isEmpty() ? new Verdict.Accepted(Acceptance.of(reading)) : new Verdict.Refused(violations);
    }

    /** A rule broken twice at one place, as by a metadata key and its value, is said once. */
    private static Collection<Violation> violations(Rule rule, List<Finding> findings) {
        var byPointer = new LinkedHashMap<String, Violation>();
        for (var finding : findings) {
            var pointer = finding.pointer().toString();
            var sentence = rule.sentence() + "; found " + finding.shape() + ".";
            byPointer.putIfAbsent(pointer, new Violation(pointer, rule.code(), sentence));
        }
        return byPointer.values();
    }
}
