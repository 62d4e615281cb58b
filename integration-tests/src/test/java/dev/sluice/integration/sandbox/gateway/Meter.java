package dev.sluice.integration.sandbox.gateway;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was taken of buckets and quotas. It outlives a change of the API: a bucket begins anew only where its numbers
 * changed.
 */
final class Meter {

    private record Subject(String of, Throttle throttle) {}

    private final Map<Subject, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /**
     * Takes one request, in AWS's order: the client's bucket, the method's, the client's quota.
     *
     * @param client the plan and the key, where the method needs one
     */
    Optional<Refusal> take(Api api, Method method, Optional<Client> client, Instant now) {
        var own = client.flatMap(each -> each.plan().throttle().map(throttle -> new Subject(each.subject(), throttle)));
        var methods = api.limits().of(method).map(throttle -> new Subject(method.label(), throttle));
        if (own.filter(each -> !hasToken(each, now)).isPresent()
                || methods.filter(each -> !hasToken(each, now)).isPresent()) {
            return Optional.of(Refusal.THROTTLED);
        }
        return client.filter(each -> isUsedUp(each, now)).map(each -> Refusal.QUOTA_EXCEEDED);
    }

    private boolean hasToken(Subject subject, Instant now) {
        return buckets.computeIfAbsent(subject, each -> new TokenBucket(each.throttle(), now))
                .take(now);
    }

    private boolean isUsedUp(Client client, Instant now) {
        return client.plan()
                .quota()
                .filter(quota ->
                        counts.merge(client.subject() + " since " + quota.period(now), 1L, Long::sum) > quota.limit())
                .isPresent();
    }
}
