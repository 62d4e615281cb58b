package dev.sluice.integration.sandbox.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.EventSource;
import dev.sluice.integration.sandbox.deployed.Stated;
import dev.sluice.integration.sandbox.deployed.TopicSubscription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The places of a deployment: its routes, functions, topics, queues and tables. */
record Places(List<Place> all) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of a deployment. */
    static Places of(Deployment deployment) {
        var all = new ArrayList<Place>();
        var routes = routes(deployment);
        for (var function : deployment.functions()) {
            if (routes.containsKey(function.name())) {
                all.add(new Place(
                        Place.Kind.ROUTES, function.name(), function.arn(), "routes", routes.get(function.name())));
            }
            all.add(new Place(Place.Kind.FUNCTION, function.name(), function.arn(), function.block(), List.of()));
        }
        deployment.of("aws_sns_topic").forEach(topic -> all.add(place(Place.Kind.TOPIC, topic)));
        deployment.of("aws_dynamodb_table").forEach(table -> all.add(place(Place.Kind.TABLE, table)));
        var dead = deadLetters(deployment);
        deployment
                .of("aws_sqs_queue")
                .forEach(queue -> all.add(
                        place(dead.contains(queue.need("arn")) ? Place.Kind.DEAD_LETTERS : Place.Kind.QUEUE, queue)));
        return new Places(List.copyOf(all));
    }

    /** The place of an ARN: its own, or that of something in it. */
    Optional<Place> behind(String arn) {
        return all.stream()
                .filter(place -> place.kind() != Place.Kind.ROUTES && place.goesBy(arn))
                .findFirst();
    }

    /** The places of a kind. */
    List<Place> of(Place.Kind kind) {
        return all.stream().filter(place -> place.kind() == kind).toList();
    }

    /** Where a queue's messages go that were taken too often. */
    static Optional<String> redrive(Stated queue) {
        return queue.text("redrive_policy")
                .map(policy -> read(policy).path("deadLetterTargetArn").asText());
    }

    private static Place place(Place.Kind kind, Stated stated) {
        return new Place(kind, stated.need("name"), stated.need("arn"), stated.name(), List.of());
    }

    private static Set<String> deadLetters(Deployment deployment) {
        var dead = new HashSet<String>();
        deployment.functions().stream()
                .map(DeployedFunction::deadLetters)
                .flatMap(Optional::stream)
                .forEach(dead::add);
        deployment.subscriptions().stream()
                .map(TopicSubscription::undelivered)
                .flatMap(Optional::stream)
                .forEach(dead::add);
        deployment.sources().stream()
                .map(EventSource::failures)
                .flatMap(Optional::stream)
                .forEach(dead::add);
        deployment
                .of("aws_sqs_queue")
                .map(Places::redrive)
                .flatMap(Optional::stream)
                .forEach(dead::add);
        return dead;
    }

    /** The routes by the name of the function that they lead to (AWS, "x-amazon-apigateway-integration object"). */
    private static LinkedHashMap<String, List<String>> routes(Deployment deployment) {
        var found = new LinkedHashMap<String, List<String>>();
        deployment
                .of("aws_api_gateway_rest_api")
                .flatMap(api -> api.text("body").stream())
                .forEach(body -> read(body)
                        .path("paths")
                        .properties()
                        .forEach(path -> path.getValue().properties().forEach(method -> {
                            var uri = method.getValue()
                                    .path("x-amazon-apigateway-integration")
                                    .path("uri")
                                    .asText();
                            deployment.functions().stream()
                                    .filter(function ->
                                            uri.contains(function.arn() + ":") || uri.contains(function.arn() + "/"))
                                    .forEach(function -> found.computeIfAbsent(
                                                    function.name(), name -> new ArrayList<>())
                                            .add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
                        })));
        return found;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the state has something that is no JSON", e);
        }
    }
}
