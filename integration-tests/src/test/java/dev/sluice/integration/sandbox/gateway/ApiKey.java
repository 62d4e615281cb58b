package dev.sluice.integration.sandbox.gateway;

import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.List;

/**
 * What a client sends as {@code x-api-key}.
 *
 * @param id its id
 * @param value what is sent
 * @param enabled whether it may be used
 */
record ApiKey(String id, String value, boolean enabled) {

    static List<ApiKey> of(Deployment deployment) {
        return deployment
                .of("aws_api_gateway_api_key")
                .map(key -> new ApiKey(
                        key.need("id"), key.need("value"), key.at("enabled").asBoolean(true)))
                .toList();
    }

    /** Tells no key. */
    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
