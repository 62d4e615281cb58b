package dev.sluice.cli.preflight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.FakeAccount;
import dev.sluice.cli.preflight.FakeMachine;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Place;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import dev.sluice.cli.preflight.Verdict;
import dev.sluice.cli.stacks.Sample;
import dev.sluice.cli.stacks.Stack;
import java.util.Optional;

/** What a check finds in the sample, on a machine and in an account that are as they should be but for one thing. */
final class Looked {

    final FakeAccount account = new FakeAccount();
    final FakeMachine machine = new FakeMachine();
    Optional<Place> place = Optional.of(new Place("eu-west-2", "the stack"));
    Stack stack = Sample.stack();

    Subject subject() {
        return Subject.of(stack, "cdktf.out/stacks/" + stack.name(), machine, place, account);
    }

    private Finding finding(Check check) {
        try {
            return check.look(subject());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void isFine(Check check, String found) {
        var finding = finding(check);
        assertThat(finding.verdict()).isEqualTo(new Verdict.Fine());
        assertThat(finding.found()).isEqualTo(found);
        assertThat(finding.what()).isNotBlank();
        assertThat(finding.wanted()).isNotBlank();
    }

    Remedy hurts(Check check, String found) {
        var finding = finding(check);
        assertThat(finding.found()).isEqualTo(found);
        assertThat(finding.verdict()).isInstanceOf(Verdict.Warning.class);
        return ((Verdict.Warning) finding.verdict()).remedy();
    }

    Remedy stops(Check check, String found) {
        var finding = finding(check);
        assertThat(finding.found()).isEqualTo(found);
        assertThat(finding.verdict()).isInstanceOf(Verdict.Stop.class);
        return ((Verdict.Stop) finding.verdict()).remedy();
    }

    Remedy cannotBeTold(Check check, String why) {
        var finding = finding(check);
        assertThat(finding.found()).isEqualTo(why);
        assertThat(finding.verdict()).isInstanceOf(Verdict.CannotTell.class);
        return ((Verdict.CannotTell) finding.verdict()).remedy();
    }
}
