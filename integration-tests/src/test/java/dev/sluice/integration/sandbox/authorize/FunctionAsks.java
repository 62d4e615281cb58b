package dev.sluice.integration.sandbox.authorize;

import java.util.List;
import java.util.Optional;

/** Lambda, as far as functions call it (AWS, "Actions, resources, and condition keys for AWS Lambda"). */
final class FunctionAsks implements Asks {

    private final Places places;

    FunctionAsks(Places places) {
        this.places = places;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        var qualifier = operation.request().query().getOrDefault("Qualifier", "");
        return operation
                .invoked()
                .map(function -> List.of(Needed.of("lambda:InvokeFunction", places.function(function, qualifier))));
    }
}
