package dev.sluice.integration.sandbox.authorize;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who signed a request for which service (AWS, "Create a signed AWS API request"). The signature itself is not worked out
 * again: an access key that was given out is taken for its holder's.
 *
 * @param accessKey the access key
 * @param service the service of the credential's scope: {@code sqs}
 */
record Signature(String accessKey, String service) {

    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=(?<key>[^/,\\s]+)/[^/,]+/[^/,]*/(?<service>[^/,]+)/aws4_request");

    /** That of a request; empty where it has none. */
    static Optional<Signature> of(Incoming request) {
        return request.header("Authorization")
                .map(CREDENTIAL::matcher)
                .filter(found -> found.find())
                .map(found -> new Signature(found.group("key"), found.group("service")));
    }
}
