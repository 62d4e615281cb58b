package dev.sluice.integration.sandbox.source;

/** A queue or a stream that is read for a function. */
sealed interface Source permits QueueSource, StreamSource, Unread {

    /**
     * Looks once, and hands over what it finds.
     *
     * @return whether there was something, so that there may be more
     */
    boolean look();

    /** What it reads. */
    String from();

    /** For whom, as the mapping names it. */
    String function();
}
