package dev.sluice.integration.sandbox.gateway;

import dev.sluice.integration.sandbox.authorize.Credentials;
import java.util.Optional;

/**
 * Who a request comes from, as far as its method asks for it.
 *
 * @param client by its API key
 * @param operator by its signature
 */
record Caller(Optional<Client> client, Optional<Credentials> operator) {

    /** Nobody that was asked for. */
    static Caller nobody() {
        return new Caller(Optional.empty(), Optional.empty());
    }
}
