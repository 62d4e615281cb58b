package dev.sluice.domain.validation;

import static dev.sluice.domain.validation.SubmissionArbitraries.NOW;
import static dev.sluice.domain.validation.SubmissionArbitraries.POLICY;
import static dev.sluice.domain.validation.SubmissionArbitraries.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.validation.Change.Broken;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.rule.Rule;
import dev.sluice.domain.validation.rule.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of validation. */
class ValidationProperties {

    @Property
    void anAcceptedTransactionRevalidatesToItself(@ForAll("submissions") Submission submission) {
        var transaction = accepted(Validation.validate(submission, POLICY, NOW));
        var again = Submission.of(transaction);

        assertThat(Validation.validate(again, POLICY, NOW)).isEqualTo(new Verdict.Accepted(transaction));
        assertThat(Validation.validate(again, Policy.unlimited(ZONE), NOW))
                .isEqualTo(new Verdict.Accepted(transaction));
    }

    @Property(tries = 3000)
    void eachRulesViolationAppearsExactlyWhenThatRuleIsBrokenWhateverElseIsBroken(
            @ForAll("drafts") Draft draft, @ForAll("changes") List<Change> changes) {
        assertThat(broken(changed(draft, changes).submission())).isEqualTo(expected(draft, changes));
    }

    @Property(tries = 1)
    void eachRulesViolationAppearsWhereNothingElseIsBroken(@ForAll("drafts") Draft draft) {
        for (var change : Changes.ALL) {
            assertThat(broken(changed(draft, List.of(change)).submission()))
                    .as(change.name())
                    .isEqualTo(expected(draft, List.of(change)));
        }
    }

    @Property
    void violationsComeInTheCataloguesOrderHoweverTheFieldsAreOrdered(
            @ForAll("drafts") Draft draft, @ForAll("changes") List<Change> changes, @ForAll Random random) {
        var submission = changed(draft, changes).submission();
        var verdict = Validation.validate(submission, POLICY, NOW);
        var shuffled = new Submission(submission.source(), (Written.Group) shuffled(submission.root(), random));

        assertThat(Validation.validate(shuffled, POLICY, NOW)).isEqualTo(verdict);
        var catalogue = Rules.ALL.stream().map(Rule::code).toList();
        assertThat(violations(verdict))
                .extracting(violation -> catalogue.indexOf(violation.code()))
                .isSorted();
    }

    @Property
    void aSentenceIsItsRulesAndSaysWhatWasFound(
            @ForAll("drafts") Draft draft, @ForAll("changes") List<Change> changes) {
        var rules = Rules.ALL.stream().collect(Collectors.toMap(Rule::code, Rule::sentence));
        var verdict = Validation.validate(changed(draft, changes).submission(), POLICY, NOW);

        assertThat(violations(verdict))
                .allSatisfy(violation -> assertThat(violation.sentence())
                        .startsWith(rules.get(violation.code()) + "; found ")
                        .matches("(?s).*; found [^.].*\\."));
    }

    @Property
    void validationNeverThrows(@ForAll("anything") Submission submission) {
        Validation.validate(submission, POLICY, NOW);
    }

    @Property
    void validationNeverThrowsForOneFieldThatIsAnything(
            @ForAll("drafts") Draft draft, @ForAll("field") String field, @ForAll("written") Written value) {
        Validation.validate(draft.with(field, value).submission(), POLICY, NOW);
    }

    @Property(tries = 1)
    void validationNeverThrowsForAnyFieldThatIsTheWorstKnown(@ForAll("drafts") Draft draft) {
        for (var field : Field.values()) {
            var path = Draft.path(field.pointer().toString().substring(1).replace('/', '.'));
            WrittenArbitraries.TEXTS.forEach(text ->
                    Validation.validate(draft.with(path, new Written.Text(text)).submission(), POLICY, NOW));
            WrittenArbitraries.NUMERALS.forEach(literal -> Validation.validate(
                    draft.with(path, new Written.Numeral(literal)).submission(), POLICY, NOW));
        }
    }

    @Property
    void whatIsAcceptedOfAnythingRevalidatesToItself(
            @ForAll("drafts") Draft draft, @ForAll("field") String field, @ForAll("written") Written value) {
        if (Validation.validate(draft.with(field, value).submission(), POLICY, NOW)
                instanceof Verdict.Accepted(var transaction)) {
            assertThat(Validation.validate(Submission.of(transaction), POLICY, NOW))
                    .isEqualTo(new Verdict.Accepted(transaction));
        }
    }

    static Set<Broken> expected(Draft draft, List<Change> changes) {
        var expected = new HashSet<Broken>();
        changes.forEach(change -> expected.addAll(change.breaks().apply(draft)));
        changes.forEach(change -> expected.removeAll(change.silences()));
        return expected;
    }

    /** Each change is made as of the draft that was right. */
    static Draft changed(Draft draft, List<Change> changes) {
        var changed = draft;
        for (var change : changes) {
            var made = change.make().apply(draft);
            for (var path : change.touches()) {
                changed = changed.without(path);
            }
            for (var field : made.fields().entrySet()) {
                if (change.touches().stream().anyMatch(path -> Draft.begins(field.getKey(), path))) {
                    changed = changed.with(field.getKey(), field.getValue());
                }
            }
        }
        return changed;
    }

    private static Set<Broken> broken(Submission submission) {
        var violations = violations(Validation.validate(submission, POLICY, NOW));
        var broken = new HashSet<Broken>();
        violations.forEach(
                violation -> assertThat(broken.add(Broken.of(violation))).isTrue());
        return broken;
    }

    private static List<Violation> violations(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> List.of();
            case Verdict.Refused(var violations) -> violations;
        };
    }

    private static Transaction accepted(Verdict verdict) {
        assertThat(violations(verdict)).isEmpty();
        return ((Verdict.Accepted) verdict).transaction();
    }

    private static Written shuffled(Written value, Random random) {
        if (!(value instanceof Written.Group(var members))) {
            return value;
        }
        var names = new ArrayList<>(members.keySet());
        Collections.shuffle(names, random);
        var shuffled = new LinkedHashMap<String, Written>();
        names.forEach(name -> shuffled.put(name, shuffled(members.get(name), random)));
        return new Written.Group(shuffled);
    }

    @Provide
    Arbitrary<Submission> submissions() {
        return SubmissionArbitraries.submissions();
    }

    @Provide
    Arbitrary<Draft> drafts() {
        return SubmissionArbitraries.drafts();
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Arbitraries.of(Changes.ALL).list().ofMaxSize(14).map(ValidationProperties::compatible);
    }

    private static List<Change> compatible(List<Change> changes) {
        var compatible = new ArrayList<Change>();
        for (var change : changes) {
            if (compatible.stream().allMatch(change::goesWith)) {
                compatible.add(change);
            }
        }
        return compatible;
    }

    @Provide
    Arbitrary<Submission> anything() {
        return WrittenArbitraries.groups().map(root -> new Submission("default", root));
    }

    @Provide
    Arbitrary<String> field() {
        return WrittenArbitraries.fields();
    }

    @Provide
    Arbitrary<Written> written() {
        return WrittenArbitraries.anything();
    }
}
