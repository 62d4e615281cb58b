package dev.sluice.cli.preflight;

/** One thing that could stop or hurt a deploy. */
public interface Check {

    /** What is looked at, in a few words. */
    String what();

    /** How it should be, whatever the stack. */
    String wanted();

    /** Looks. */
    Finding look(Subject subject) throws InterruptedException;

    /** As it should be. */
    default Finding fine(String found) {
        return new Finding(what(), found, wanted(), new Verdict.Fine());
    }

    /** Not as it should be, and a deploy would be the worse for it. */
    default Finding warning(String found, Remedy remedy) {
        return new Finding(what(), found, wanted(), new Verdict.Warning(remedy));
    }

    /** Not as it must be for a deploy to go through. */
    default Finding stop(String found, Remedy remedy) {
        return new Finding(what(), found, wanted(), new Verdict.Stop(remedy));
    }

    /** It was asked for in vain. */
    default Finding cannotTell(Answer.Unknown<?> unknown) {
        return new Finding(what(), unknown.why(), wanted(), new Verdict.CannotTell(unknown.remedy()));
    }
}
