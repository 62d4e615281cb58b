package dev.sluice.local.redriving;

import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterDetails.UnderWay;
import java.util.Optional;

/** What became of one letter that somebody asked to have redriven. */
public sealed interface Redriven {

    /** The letter that was asked for. */
    long number();

    /** The outcome as programs know it; stable. */
    String outcome();

    /** Whether it went its way, so that nobody needs to look after it. */
    boolean isClean();

    /** Its function was invoked with it, or would be, and nobody waited for what came of it. */
    record Invoked(long number) implements Redriven {
        @Override
        public String outcome() {
            return "invoked";
        }

        @Override
        public boolean isClean() {
            return true;
        }
    }

    /** Its function was invoked with it and did its work. */
    record Done(long number) implements Redriven {
        @Override
        public String outcome() {
            return "done";
        }

        @Override
        public boolean isClean() {
            return true;
        }
    }

    /** There was nothing left to do, so it is removed, or would be. */
    record DoneAlready(long number, String why) implements Redriven {
        @Override
        public String outcome() {
            return "doneAlready";
        }

        @Override
        public boolean isClean() {
            return true;
        }
    }

    /**
     * Its function was invoked with it and gave up again.
     *
     * @param again the letter that it is now, with the reasons of both rounds
     */
    record FailedAgain(long number, Letter again) implements Redriven {
        @Override
        public String outcome() {
            return "failedAgain";
        }

        @Override
        public boolean isClean() {
            return false;
        }
    }

    /** No function could do anything with it; it stays as it is. */
    record Unusable(long number, String why) implements Redriven {
        @Override
        public String outcome() {
            return "unusable";
        }

        @Override
        public boolean isClean() {
            return false;
        }
    }

    /**
     * Its function was invoked with it, and it is not over.
     *
     * @param how empty where it ended just when it was looked at
     */
    record StillUnderWay(long number, Optional<UnderWay> how) implements Redriven {
        @Override
        public String outcome() {
            return "underWay";
        }

        @Override
        public boolean isClean() {
            return false;
        }
    }

    /** There is no such letter, or somebody else has it in hand. */
    record NotThere(long number) implements Redriven {
        @Override
        public String outcome() {
            return "notThere";
        }

        @Override
        public boolean isClean() {
            return false;
        }
    }
}
