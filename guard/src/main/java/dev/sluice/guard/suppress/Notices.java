package dev.sluice.guard.suppress;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.Set;

/** What the guard has to say of suppressions themselves, as findings of rules of their own. */
public final class Notices {

    private static final String PAGE = "docs/guard.md#suppressions";

    private static final Card EXPIRED = new Card(
            "guard-suppression-expired",
            Severity.WARNING,
            "A suppression has expired",
            "It suppresses nothing any more: what somebody meant to live with for a while is still there, or the "
                    + "suppression is.",
            "Mend what it was for, or decide again and write a new date; delete it where nothing is left of it.",
            PAGE);

    private static final Card UNEXPLAINED = new Card(
            "guard-suppression-unexplained",
            Severity.WARNING,
            "A suppression has no rule, no date, no reason, or a date too far away",
            "It suppresses nothing: one that says neither why nor until when is never taken back.",
            "Say which rule, until when (at most " + Term.LONGEST_DAYS + " days ahead) and why.",
            PAGE);

    private static final Card UNUSED = new Card(
            "guard-suppression-unused",
            Severity.NOTE,
            "A suppression suppresses nothing",
            "Its rule or its resource is not what its writer believes, or what it was for is mended; a later finding "
                    + "may be suppressed by it that nobody has looked at.",
            "Correct its rule or its resource, or delete it.",
            PAGE);

    /** The three, for a catalogue. */
    public static final List<Card> CARDS = List.of(EXPIRED, UNEXPLAINED, UNUSED);

    private Notices() {}

    /** Whether a finding is about a suppression. */
    public static boolean isOne(Finding finding) {
        return CARDS.contains(finding.rule());
    }

    static Finding expired(Suppression suppression) {
        return notice(
                EXPIRED,
                suppression.resource(),
                suppression.place(),
                named(suppression) + " ended with " + suppression.until() + ".");
    }

    static Finding unexplained(Written.Bad bad, String resource, Place place) {
        return notice(
                UNEXPLAINED,
                resource,
                place,
                "The suppression" + (bad.rule().isEmpty() ? "" : " of " + bad.rule()) + " in " + where(bad.source())
                        + " is refused: " + bad.why() + ".");
    }

    static Finding unused(Suppression suppression, Set<String> rules) {
        return notice(
                UNUSED,
                suppression.resource(),
                suppression.place(),
                named(suppression) + " suppresses nothing"
                        + (rules.contains(suppression.rule()) ? "." : ": there is no rule of that name."));
    }

    private static String named(Suppression suppression) {
        return "The suppression of " + suppression.rule() + " in " + where(suppression.source());
    }

    private static String where(Suppression.Source source) {
        return switch (source) {
            case FILE -> "the file of suppressions";
            case COMMENT -> "a comment";
            case TAG -> "a tag";
        };
    }

    private static Finding notice(Card card, String resource, Place place, String said) {
        return new Finding(card, new Finding.Broken(said), resource, place);
    }
}
