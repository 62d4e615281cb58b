package dev.sluice.handlers.intake;

import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets kept in memory for a while, so that a request rarely waits for the secret store.
 *
 * <p>When the store does not answer, what was fetched last goes on being used for an hour: rotation is late then, but
 * nothing stops. Only sources of the settings are asked for, so the cache is as bounded as they are.
 */
public final class CachedSecrets implements SourceSecrets {

    /** How soon a rotated secret is seen. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** How long what was fetched last may stand in for a store that does not answer. */
    static final Duration USABLE = Duration.ofHours(1);

    private final SourceSecrets store;
    private final InstantSource clock;
    private final Map<String, Fetched> cache = new ConcurrentHashMap<>();

    private record Fetched(List<SigningSecret> secrets, Instant at) {
        boolean within(Duration age, Instant now) {
            return Duration.between(at, now).compareTo(age) < 0;
        }
    }

    public CachedSecrets(SourceSecrets store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<SigningSecret> of(String source) {
        var now = clock.instant();
        var cached = cache.get(source);
        if (cached != null && cached.within(FRESH, now)) {
            return cached.secrets();
        }
        try {
            var fetched = new Fetched(List.copyOf(store.of(source)), now);
            cache.put(source, fetched);
            return fetched.secrets();
        } catch (Unavailable e) {
            if (cached != null && cached.within(USABLE, now)) {
                return cached.secrets();
            }
            throw e;
        }
    }
}
