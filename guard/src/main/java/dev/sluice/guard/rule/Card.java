package dev.sluice.guard.rule;

/**
 * What a rule is about, for those who read a finding.
 *
 * @param id {@code lambda-traced-without-permission}: the service, then the rule's class
 * @param severity how much it matters
 * @param title what is wrong, as one sentence without its full stop
 * @param why what happens because of it
 * @param remedy what to do about it
 * @param reference where its maker's documentation says so
 */
public record Card(String id, Severity severity, String title, String why, String remedy, String reference) {

    public Card {
        for (var text : new String[] {id, title, why, remedy, reference}) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a rule says what it is: nothing of " + id + " may be blank");
            }
        }
    }
}
