package dev.sluice.compliance.rule;

import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rules.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule that a scan asks. */
public final class Rules {

    /** The guard's catalogue, the same as before a deploy, and what only a live account can be asked. */
    public static final List<Rule> ALL = Stream.concat(
                    Catalogue.ALL.stream(), Stream.of(new RecorderOff(), new AlarmGone()))
            .toList();

    private static final Map<String, Card> CARDS =
            ALL.stream().map(Rule::card).collect(Collectors.toUnmodifiableMap(Card::id, Function.identity()));

    private Rules() {}

    /** What a rule is about; empty where there is no rule of that id, or no longer. */
    public static Optional<Card> card(String id) {
        return Optional.ofNullable(CARDS.get(id));
    }
}
