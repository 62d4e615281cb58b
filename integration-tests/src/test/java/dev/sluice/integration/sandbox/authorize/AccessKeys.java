package dev.sluice.integration.sandbox.authorize;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The access keys that were given out, and whose they are. All of them are obviously fake ones. */
final class AccessKeys {

    /** Who calls. */
    sealed interface Caller {

        /** The suite itself, which may do everything. */
        record Operator() implements Caller {}

        /** A function, or Lambda for it, with the function's role. */
        record Role(String name) implements Caller {}
    }

    private record Given(Credentials credentials, Caller caller) {}

    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Given> given = new ConcurrentHashMap<>();

    /** New ones. */
    Credentials give(Caller caller) {
        int next = number.incrementAndGet();
        var credentials =
                new Credentials("FAKE-ACCESS-KEY-" + next, "fake-secret-key-" + next, "fake-session-token-" + next);
        given.put(credentials.accessKey(), new Given(credentials, caller));
        return credentials;
    }

    /** Whose they are; empty where nobody was given that key with that token. */
    Optional<Caller> whose(String accessKey, String token) {
        return Optional.ofNullable(given.get(accessKey))
                .filter(each -> each.credentials().sessionToken().equals(token))
                .map(Given::caller);
    }
}
