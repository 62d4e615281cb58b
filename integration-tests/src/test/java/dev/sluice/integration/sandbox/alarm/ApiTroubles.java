package dev.sluice.integration.sandbox.alarm;

import static dev.sluice.integration.sandbox.alarm.Reading.samples;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What can happen to an API: it answers 5xx (AWS, "Amazon API Gateway dimensions and metrics"). */
final class ApiTroubles {

    private static final String GATEWAY = "AWS/ApiGateway";

    private ApiTroubles() {}

    static List<Trouble> of(Deployment deployment) {
        return deployment
                .of("aws_api_gateway_stage")
                .map(stage -> fails(nameOf(deployment, stage), stage.need("stage_name")))
                .toList();
    }

    /** 30 of 100 requests within five minutes. */
    private static Trouble fails(String api, String stage) {
        var dimensions = List.of(Map.of("ApiName", api, "Stage", stage), Map.of("ApiName", api));
        return Trouble.of(
                api + " answers 5xx",
                Duration.ofMinutes(5),
                new Reading(GATEWAY, "5XXError", dimensions, samples(20, 0, 0, 0), samples(14, 0, 6, 1)),
                new Reading(GATEWAY, "Count", dimensions, samples(20, 1, 0, 0), samples(20, 1, 0, 0)));
    }

    private static String nameOf(Deployment deployment, Stated stage) {
        return deployment
                .of("aws_api_gateway_rest_api")
                .filter(api -> api.need("id").equals(stage.need("rest_api_id")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(stage.address() + " is a stage of no deployed API"))
                .need("name");
    }
}
