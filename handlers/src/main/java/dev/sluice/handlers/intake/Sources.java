package dev.sluice.handlers.intake;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.policy.Limits;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The senders that the settings name; a sender that is not here never reaches the secret store.
 *
 * <p>Written as JSON, a member a source: {@code {"default": {"zone": "Europe/London", "longestAge": "P30D", "limits":
 * [{"type": "payment", "currency": "GBP", "most": "10000.00"}]}}}. {@code zone} is an IANA time zone; {@code
 * longestAge} an ISO 8601 duration, none where it is left out; {@code limits} may be left out.
 */
public record Sources(Map<String, Source> byName) {

    /** The source of {@code POST /webhook}. */
    public static final String DEFAULT = "default";

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Set<String> SETTINGS = Set.of("zone", "longestAge", "limits");
    private static final Set<String> LIMIT_SETTINGS = Set.of("type", "currency", "most");

    public Sources {
        byName = Map.copyOf(byName);
    }

    public Optional<Source> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException naming the setting that is wrong, and what it should be
     */
    public static Sources read(InputStream json) throws IOException {
        var root = Fields.parse(READER, json.readAllBytes());
        var sources = new TreeMap<String, Source>();
        for (var name : root.group().members().keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "source '" + name + "': a name is 1 to 40 lower-case letters, digits and inner dashes");
            }
            sources.put(name, new Source(name, policy("source '" + name + "'", root.object(name))));
        }
        return new Sources(sources);
    }

    private static Policy policy(String at, Fields settings) {
        known(at, settings, SETTINGS);
        return new Policy(zone(at, settings), longestAge(at, settings), limits(at, settings));
    }

    private static ZoneId zone(String at, Fields settings) {
        try {
            return ZoneId.of(settings.text("zone"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(at + ": zone is an IANA time zone such as Europe/London", e);
        }
    }

    private static Optional<Duration> longestAge(String at, Fields settings) {
        try {
            var age = settings.findText("longestAge").map(Duration::parse);
            if (age.filter(a -> a.isNegative() || a.isZero()).isPresent()) {
                throw new IllegalArgumentException("not positive");
            }
            return age;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    at + ": longestAge is a positive ISO 8601 duration such as P30D or PT12H", e);
        }
    }

    private static Limits limits(String at, Fields settings) {
        if (settings.find("limits").isEmpty()) {
            return Limits.none();
        }
        List<Limits.Limit> limits = new ArrayList<>();
        for (var item : settings.listing("limits").items()) {
            var where = at + ", limit " + (limits.size() + 1);
            if (!(item instanceof Written.Group group)) {
                throw new IllegalArgumentException(where + ": is an object with type, currency and most");
            }
            limits.add(limit(where, new Fields(group)));
        }
        return Limits.of(limits);
    }

    private static Limits.Limit limit(String at, Fields fields) {
        known(at, fields, LIMIT_SETTINGS);
        var type = TransactionType.of(fields.text("type"))
                .orElseThrow(() -> new IllegalArgumentException(at + ": type is a transaction's, such as payment"));
        var currency = Currency.of(fields.text("currency"))
                .orElseThrow(() -> new IllegalArgumentException(at + ": currency is an active ISO 4217 code"));
        try {
            var most =
                    Money.exact(new BigDecimal(fields.text("most")), currency).filter(m -> m.minor() > 0);
            return new Limits.Limit(type, most.orElseThrow(IllegalArgumentException::new));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    at + ": most is a positive decimal string with at most " + currency.minorUnits()
                            + " decimal places",
                    e);
        }
    }

    private static void known(String at, Fields fields, Set<String> names) {
        for (var name : fields.group().members().keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(at + ": '" + name + "' is no setting; there are "
                        + String.join(", ", names.stream().sorted().toList()));
            }
        }
    }
}
