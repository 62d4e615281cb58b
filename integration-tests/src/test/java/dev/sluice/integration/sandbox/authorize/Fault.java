package dev.sluice.integration.sandbox.authorize;

/** A fault that a call meets instead of what AWS would answer. */
public sealed interface Fault {

    /** The service answers an error of its own. */
    record Answered(Kind kind) implements Fault {

        /** What error. */
        public enum Kind {
            THROTTLED,
            FAILING,
            REFUSED,
            GONE
        }

        @Override
        public String toString() {
            return switch (kind) {
                case THROTTLED -> "throttled";
                case FAILING -> "failing";
                case REFUSED -> "refused";
                case GONE -> "not there";
            };
        }
    }

    /** The connection breaks with nothing done. */
    record Cut() implements Fault {

        @Override
        public String toString() {
            return "cut";
        }
    }

    /** All is done, and the connection breaks before the answer. */
    record LostAnswer() implements Fault {

        @Override
        public String toString() {
            return "answer lost";
        }
    }

    /** There are too many calls; the SDK tries again. */
    static Fault throttled() {
        return new Answered(Answered.Kind.THROTTLED);
    }

    /** The service is not well; the SDK tries again. */
    static Fault failing() {
        return new Answered(Answered.Kind.FAILING);
    }

    /** The call is said to be wrong; the SDK does not try again. */
    static Fault refused() {
        return new Answered(Answered.Kind.REFUSED);
    }

    /** What the call is about is said not to be there. */
    static Fault gone() {
        return new Answered(Answered.Kind.GONE);
    }

    /** The connection breaks with nothing done. */
    static Fault cut() {
        return new Cut();
    }

    /** All is done, and the connection breaks before the answer. */
    static Fault lostAnswer() {
        return new LostAnswer();
    }
}
