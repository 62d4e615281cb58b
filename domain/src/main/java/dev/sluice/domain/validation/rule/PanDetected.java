package dev.sluice.domain.validation.rule;

import dev.sluice.domain.card.CardNumberScan;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.validation.reading.Field;
import dev.sluice.domain.validation.reading.NormalText;
import dev.sluice.domain.validation.reading.Pointer;
import dev.sluice.domain.validation.reading.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No full card number comes in, wherever it hides: every string is looked through, in fields known or not, at any
 * depth, and the metadata's keys; all but the amounts and the IBAN, which are numbers of their own.
 *
 * <p>Known fields come first, in their order, then unknown ones by name: the order written does not matter.
 */
final class PanDetected implements Rule {

    private record Spot(Pointer pointer, Written value) {}

    /** What is needed to say where a card number stands; made when one is found, not in every cold start. */
    private static final class Places {

        static final Set<Pointer> NOT_LOOKED_AT =
                Set.of(Field.AMOUNT.pointer(), Field.BILLING_AMOUNT.pointer(), Field.COUNTERPARTY_IBAN.pointer());

        static final Map<Pointer, Integer> KNOWN =
                Stream.of(Field.values()).collect(Collectors.toUnmodifiableMap(Field::pointer, Field::ordinal));

        static final Comparator<Spot> ORDER = Comparator.comparingInt(
                        (Spot spot) -> KNOWN.getOrDefault(spot.pointer(), Integer.MAX_VALUE))
                .thenComparing(spot -> spot.pointer().token());
    }

    @Override
    public String code() {
        return "pan_detected";
    }

    @Override
    public String sentence() {
        return "No string and no metadata key, in a known field or not, holds a full card number: send the bin and"
                + " last4, or a masked number";
    }

    @Override
    public List<String> where() {
        return List.of("/**");
    }

    /** Hardly any submission holds one anywhere, and only where one does, it matters where. */
    @Override
    public List<Finding> findings(Reading reading) {
        var root = reading.submission().root();
        return holdsCardNumberSomewhere(root) ? places(root) : List.of();
    }

    /** Walks without recursion: nothing that is deep can exhaust the stack. */
    private static boolean holdsCardNumberSomewhere(Written root) {
        var open = new ArrayDeque<Written>();
        open.push(root);
        while (!open.isEmpty()) {
            var holds = switch (open.pop()) {
                case Written.Group(var members) ->
                    anyHoldsCardNumber(members.keySet()) || anyHoldsCardNumber(members.values(), open);
                case Written.Listing(var items) -> anyHoldsCardNumber(items, open);
                case Written.Text(var text) -> holdsCardNumber(text);
                case Written.Numeral numeral -> false;
                case Written.Truth truth -> false;
                case Written.Nothing nothing -> false;
            };
            if (holds) {
                return true;
            }
        }
        return false;
    }

    /** Texts are looked through where they stand; what holds more waits its turn. */
    private static boolean anyHoldsCardNumber(Collection<Written> values, Deque<Written> open) {
        for (var value : values) {
            if (value instanceof Written.Text(var text)) {
                if (holdsCardNumber(text)) {
                    return true;
                }
            } else {
                open.push(value);
            }
        }
        return false;
    }

    private static boolean anyHoldsCardNumber(Set<String> names) {
        for (var name : names) {
            if (holdsCardNumber(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<Finding> places(Written root) {
        var found = new ArrayList<Finding>();
        var open = new ArrayDeque<Spot>();
        open.push(new Spot(Pointer.root(), root));
        while (!open.isEmpty()) {
            var spot = open.pop();
            if (holdsCardNumber(spot)) {
                found.add(new Finding(spot.pointer(), "a card number"));
            }
            within(spot).forEach(open::push);
        }
        return found;
    }

    private static boolean holdsCardNumber(Spot spot) {
        return (isMetadataEntry(spot) && holdsCardNumber(spot.pointer().token()))
                || (spot.value() instanceof Written.Text(var text)
                        && !Places.NOT_LOOKED_AT.contains(spot.pointer())
                        && holdsCardNumber(text));
    }

    private static boolean holdsCardNumber(String written) {
        return CardNumberScan.mayHold(written) && CardNumberScan.finds(NormalText.of(written));
    }

    private static boolean isMetadataEntry(Spot spot) {
        return spot.pointer().parent().filter(Field.METADATA.pointer()::equals).isPresent();
    }

    /** What stands directly inside, last first: it goes onto a stack. */
    private static List<Spot> within(Spot spot) {
        return switch (spot.value()) {
            case Written.Group(var members) -> inOrder(spot.pointer(), members);
            case Written.Listing(var items) -> inOrder(spot.pointer(), items);
            case Written.Text text -> List.of();
            case Written.Numeral numeral -> List.of();
            case Written.Truth truth -> List.of();
            case Written.Nothing nothing -> List.of();
        };
    }

    private static List<Spot> inOrder(Pointer group, Map<String, Written> members) {
        return members.entrySet().stream()
                .map(member -> new Spot(group.member(member.getKey()), member.getValue()))
                .sorted(Places.ORDER.reversed())
                .toList();
    }

    private static List<Spot> inOrder(Pointer listing, List<Written> items) {
        var spots = new ArrayList<Spot>(items.size());
        for (var index = items.size() - 1; index >= 0; index--) {
            spots.add(new Spot(listing.item(index), items.get(index)));
        }
        return spots;
    }
}
