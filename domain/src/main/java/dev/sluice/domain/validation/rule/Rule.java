package dev.sluice.domain.validation.rule;

import dev.sluice.domain.validation.reading.Reading;
import java.util.List;

/**
 * One thing every transaction is held to, decided for itself: what other rules find changes nothing in it. A rule that
 * cannot be decided without another field finds nothing while that field cannot be read.
 */
public interface Rule {

    /** Stable machine code; senders program against it. */
    String code();

    /** What the rule asks for, without a full stop. */
    String sentence();

    /** The JSON Pointers it speaks about, {@code *} for any name; for the catalogue's documentation. */
    List<String> where();

    /** Where it is broken; in the order of the fields. */
    List<Finding> findings(Reading reading);
}
