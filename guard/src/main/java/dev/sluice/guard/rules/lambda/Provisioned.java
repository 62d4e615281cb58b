package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import java.util.List;

/** What keeps executions of functions warm. */
final class Provisioned {

    static final String TYPE = "aws_lambda_provisioned_concurrency_config";

    private Provisioned() {}

    /** The configurations of a function. */
    static List<Resource> of(Cloud cloud, Resource function) {
        return cloud.of(TYPE).stream()
                .filter(config -> cloud.functions()
                        .meant(config.at("function_name"))
                        .filter(function::equals)
                        .isPresent())
                .toList();
    }

    /** Whether snapshots are taken of a function's versions. */
    static boolean hasSnapStart(Cloud cloud, Resource function) {
        return cloud.text(function, "snap_start", "apply_on")
                .filter("PublishedVersions"::equals)
                .isPresent();
    }
}
