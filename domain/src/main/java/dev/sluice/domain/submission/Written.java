package dev.sluice.domain.submission;

import java.util.List;
import java.util.Map;

/** One value as a sender wrote it, still text; says nothing of what it means. */
public sealed interface Written {

    /** A string, exactly as written, neither trimmed nor normalized. */
    record Text(String value) implements Written {}

    /** A number's literal, exactly as written: it never went through a binary float. */
    record Numeral(String literal) implements Written {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements Written {}

    /** {@code null}: counts as not written. */
    record Nothing() implements Written {}

    /** An object: names with their values, in the order written, no name twice. */
    record Group(Map<String, Written> members) implements Written {
        public Group {
            members = Members.sealed(members);
        }
    }

    /** An array. */
    record Listing(List<Written> items) implements Written {
        public Listing {
            items = List.copyOf(items);
        }
    }
}
