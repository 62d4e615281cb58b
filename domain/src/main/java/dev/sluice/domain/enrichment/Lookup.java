package dev.sluice.domain.enrichment;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What looking something up gave: a value, or the reason why there is none. */
public sealed interface Lookup<T> {

    record Found<T>(T value) implements Lookup<T> {}

    record Absent<T>(Reason reason) implements Lookup<T> {}

    /** Why a part of an enrichment is absent. */
    enum Reason {
        /** The sender did not write what would be looked up. */
        NOT_GIVEN,
        /** The reference table has no such entry. */
        NOT_IN_TABLE,
        /** The transaction has a day, but no time of day. */
        DAY_PRECISION,
        /** The account's history holds nothing that it could be told from. */
        NO_HISTORY,
        /** It was looked for, and there is none. */
        NONE_FOUND,
        /** The transaction is of a kind for which there is no such thing. */
        NOT_APPLICABLE;

        /** As written in documents: lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The value where there is one, else absent for that reason. */
    static <T> Lookup<T> of(Optional<T> value, Reason otherwise) {
        return value.<Lookup<T>>map(Found::new).orElseGet(() -> new Absent<>(otherwise));
    }

    /** Looks up what the sender may have written. */
    static <K, T> Lookup<T> of(Optional<K> given, Function<K, Optional<T>> table) {
        if (given.isEmpty()) {
            return new Absent<>(Reason.NOT_GIVEN);
        }
        return of(table.apply(given.get()), Reason.NOT_IN_TABLE);
    }

    /** The value, without the reason where there is none. */
    default Optional<T> found() {
        return switch (this) {
            case Found<T>(var value) -> Optional.of(value);
            case Absent<T> absent -> Optional.empty();
        };
    }
}
