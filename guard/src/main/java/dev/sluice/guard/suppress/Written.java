package dev.sluice.guard.suppress;

/** What a resource says about its own suppression. */
sealed interface Written {

    /** A suppression. */
    record Good(Suppression suppression) implements Written {}

    /**
     * What was meant for one, and lacks something: it suppresses nothing.
     *
     * @param source what it is written in
     * @param rule the rule it names; empty where it names none
     * @param why what it lacks
     */
    record Bad(Suppression.Source source, String rule, String why) implements Written {}
}
