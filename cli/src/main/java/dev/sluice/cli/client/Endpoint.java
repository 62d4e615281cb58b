package dev.sluice.cli.client;

import java.net.URI;

/**
 * Where a pipeline listens, and what identifies us there.
 *
 * @param secret what the source signs with, as {@code whsec_<base64>}
 * @param operatorToken what reading is allowed with
 */
public record Endpoint(URI url, String apiKey, String source, String secret, String operatorToken) {

    /** Names the place only: this text may end up in a log. */
    @Override
    public String toString() {
        return source + " at " + url;
    }
}
