package dev.sluice.integration.sandbox.authorize;

import java.util.List;
import java.util.Optional;

/**
 * API Gateway, whose rights are methods on paths (AWS, "Actions, resources, and condition keys for Amazon API Gateway
 * Management").
 */
final class ApiAsks implements Asks {

    private final Places places;

    ApiAsks(Places places) {
        this.places = places;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        var path = operation.request().target().getRawPath();
        return Optional.of(
                List.of(Needed.of(operation.action(), "arn:aws:apigateway:" + places.region() + "::" + path)));
    }
}
