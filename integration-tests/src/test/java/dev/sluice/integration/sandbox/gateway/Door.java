package dev.sluice.integration.sandbox.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.integration.sandbox.authorize.Credentials;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in who a method asks for: first an identity of IAM, then an API key.
 *
 * @param api the API
 * @param operators the identities that may call, by their access keys
 */
record Door(Api api, Map<String, Credentials> operators) {

    /** Whether a request is let in. */
    sealed interface Answer {

        /** It is. */
        record Let(Caller in) implements Answer {}

        /** It is not. */
        record Shut(Refusal why) implements Answer {}
    }

    Answer ask(Method method, Received request, Instant now) {
        var caller = Caller.nobody();
        if (method.needsIdentity()) {
            switch (new SignatureV4(operators, api.region()).verify(request, now)) {
                case SignatureV4.Verdict.Signed(var by) -> caller = new Caller(caller.client(), Optional.of(by));
                case SignatureV4.Verdict.Refused(var why) -> {
                    return new Answer.Shut(why);
                }
            }
        }
        if (method.needsKey()) {
            var client = request.header("x-api-key").flatMap(this::client);
            if (client.isEmpty()) {
                return new Answer.Shut(Refusal.INVALID_API_KEY);
            }
            caller = new Caller(client, caller.operator());
        }
        return new Answer.Let(caller);
    }

    private Optional<Client> client(String sent) {
        return api.keys().stream()
                .filter(key ->
                        key.enabled() && MessageDigest.isEqual(key.value().getBytes(UTF_8), sent.getBytes(UTF_8)))
                .flatMap(key -> api.plans().stream()
                        .filter(plan -> plan.covers(key, api))
                        .map(plan -> new Client(key, plan)))
                .findFirst();
    }
}
