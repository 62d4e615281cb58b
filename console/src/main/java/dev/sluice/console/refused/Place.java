package dev.sluice.console.refused;

import dev.sluice.domain.submission.Written;
import java.util.Optional;
import java.util.StringTokenizer;

/** Follows a JSON Pointer (RFC 6901) into what a sender wrote. */
final class Place {

    private static final int MOST_DIGITS = 6;

    private Place() {}

    /** The value there; none where the pointer leads nowhere, which one with something masked in it may do. */
    static Optional<Written> find(Written root, String pointer) {
        var steps = new StringTokenizer(pointer, "/", true);
        var at = Optional.of(root);
        while (steps.hasMoreTokens() && at.isPresent()) {
            // Between two slashes there may be nothing, which names a member too: such a one is not looked for.
            if (!steps.nextToken().equals("/") || !steps.hasMoreTokens()) {
                return Optional.empty();
            }
            var name = steps.nextToken().replace("~1", "/").replace("~0", "~");
            at = step(at.get(), name);
        }
        return at;
    }

    private static Optional<Written> step(Written from, String name) {
        return switch (from) {
            case Written.Group group -> Optional.ofNullable(group.members().get(name));
            case Written.Listing listing -> item(listing, name);
            case Written.Text ignored -> Optional.empty();
            case Written.Numeral ignored -> Optional.empty();
            case Written.Truth ignored -> Optional.empty();
            case Written.Nothing ignored -> Optional.empty();
        };
    }

    private static Optional<Written> item(Written.Listing listing, String name) {
        if (name.length() > MOST_DIGITS || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        var index = Integer.parseInt(name);
        return index < listing.items().size() ? Optional.of(listing.items().get(index)) : Optional.empty();
    }
}
