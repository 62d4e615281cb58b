package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A way from a place to another: a route, a subscription, an event source, a dead-letter target, or what a role lets its
 * function call.
 *
 * @param from where from
 * @param to where to
 * @param kind what makes it
 */
record Wiring(Place from, Place to, Flow.Kind kind) {

    private static final Set<String> SERVICES = Set.of("dynamodb", "sns", "sqs");

    /** What belongs to following a source, and is drawn as its delivery. */
    private static final Set<String> FOLLOWING =
            Set.of("sqs:receivemessage", "sqs:deletemessage", "sqs:getqueueattributes", "sqs:changemessagevisibility");

    /** All of a deployment. */
    static Set<Wiring> of(Deployment deployment, Places places) {
        var ways = new LinkedHashSet<Wiring>();
        for (var routes : places.of(Place.Kind.ROUTES)) {
            add(ways, Optional.of(routes), places.behind(routes.arn()), Flow.Kind.DELIVERY);
        }
        for (var each : deployment.subscriptions()) {
            add(ways, places.behind(each.topic()), places.behind(each.endpoint()), Flow.Kind.DELIVERY);
        }
        for (var each : deployment.sources()) {
            add(ways, places.behind(each.from()), places.behind(each.function()), Flow.Kind.DELIVERY);
        }
        ways.addAll(calls(deployment, places));
        ways.addAll(deadLetters(deployment, places));
        return ways;
    }

    /** Whether an action moves something between a function and a place. */
    static boolean isFlow(String action) {
        var lower = action.toLowerCase(Locale.ROOT);
        return SERVICES.contains(lower.substring(0, Math.max(lower.indexOf(':'), 0))) && !FOLLOWING.contains(lower);
    }

    private static List<Wiring> calls(Deployment deployment, Places places) {
        var ways = new ArrayList<Wiring>();
        var granted = Granted.of(deployment, new Journal());
        for (var function : deployment.functions()) {
            granted.stream()
                    .filter(grant -> grant.role().equals(function.roleName()) && isFlow(grant.action()))
                    .map(Granted::resource)
                    .distinct()
                    .flatMap(arn ->
                            places.all().stream().filter(place -> place.arn().equals(arn)))
                    .filter(place -> place.kind() != Place.Kind.DEAD_LETTERS)
                    .forEach(place -> ways.add(new Wiring(of(places, function), place, Flow.Kind.CALLS)));
        }
        return ways;
    }

    private static Set<Wiring> deadLetters(Deployment deployment, Places places) {
        var ways = new LinkedHashSet<Wiring>();
        var kind = Flow.Kind.DEAD_LETTERS;
        deployment
                .of("aws_sqs_queue")
                .forEach(queue -> Places.redrive(queue)
                        .ifPresent(dead -> add(ways, places.behind(queue.need("arn")), places.behind(dead), kind)));
        for (var each : deployment.subscriptions()) {
            each.undelivered().ifPresent(dead -> add(ways, places.behind(each.topic()), places.behind(dead), kind));
        }
        for (var each : deployment.sources()) {
            each.failures().ifPresent(dead -> add(ways, places.behind(each.from()), places.behind(dead), kind));
        }
        for (var function : deployment.functions()) {
            function.deadLetters()
                    .ifPresent(dead -> add(ways, Optional.of(of(places, function)), places.behind(dead), kind));
        }
        return ways;
    }

    private static Place of(Places places, DeployedFunction function) {
        return places.behind(function.arn()).orElseThrow();
    }

    private static void add(Set<Wiring> ways, Optional<Place> from, Optional<Place> to, Flow.Kind kind) {
        if (from.isPresent() && to.isPresent()) {
            ways.add(new Wiring(from.get(), to.get(), kind));
        }
    }
}
