package dev.sluice.integration.kill;

import java.net.URI;

/** What {@code access.json} of a running pipeline says. */
record Access(URI url, String apiKey, String source, String secret, String operatorToken) {

    static Access of(String json) {
        return new Access(
                URI.create(Text.member(json, "url")),
                Text.member(json, "apiKey"),
                Text.member(json, "source"),
                Text.member(json, "secret"),
                Text.member(json, "operatorToken"));
    }

    /** Says nothing of what opens the door. */
    @Override
    public String toString() {
        return "Access[url=" + url + "]";
    }
}
