package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Caller;
import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Subject;

/** Whose rights are used. */
final class CredentialsCheck implements Check {

    @Override
    public String what() {
        return "credentials";
    }

    @Override
    public String wanted() {
        return "some that STS knows";
    }

    @Override
    public Finding look(Subject subject) {
        return switch (subject.caller()) {
            case Answer.Known<Caller>(var caller) ->
                fine(caller.identity() + " of the account that ends with " + caller.account());
            case Answer.Unknown<Caller> unknown -> cannotTell(unknown);
        };
    }
}
