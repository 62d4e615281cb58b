package dev.sluice.cli.preflight;

/**
 * What somebody said who was asked.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /** The value. */
    record Known<T>(T value) implements Answer<T> {}

    /**
     * No value.
     *
     * @param why a clause, without a stop at its end
     * @param remedy what helps
     */
    record Unknown<T>(String why, Remedy remedy) implements Answer<T> {

        /** The same as an answer to another question. */
        public <R> Unknown<R> to() {
            return new Unknown<>(why, remedy);
        }
    }
}
