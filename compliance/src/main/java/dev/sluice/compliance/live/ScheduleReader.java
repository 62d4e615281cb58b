package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * Reads EventBridge: each rule of the default bus, {@code aws_cloudwatch_event_rule.NAME}, and what it calls, {@code
 * aws_cloudwatch_event_target.RULE:TARGET}.
 */
final class ScheduleReader implements ServiceReader {

    private static final Service EVENTS = new Service("events");

    /** The most there are to a page. */
    private static final int PAGE = 100;

    private final EventBridgeClient events;

    ScheduleReader(EventBridgeClient events) {
        this.events = events;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        // What stands on another bus has that bus's name before its own.
        var bearing = tagged.of("events", "rule/").stream()
                .filter(name -> name.indexOf('/') < 0)
                .toList();
        var others = bearing.stream().filter(name -> !name.startsWith(scope.prefix()));
        return Stream.concat(
                        beginning(scope.prefix())
                                .filter(rule -> scope.names(rule.name()) || bearing.contains(rule.name())),
                        others.flatMap(name ->
                                beginning(name).filter(rule -> rule.name().equals(name))))
                .flatMap(rule -> rule(rule, unread))
                .toList();
    }

    /** The service has pages here, and the SDK nobody who turns them. */
    private Stream<Rule> beginning(String prefix) {
        return EVENTS
                .list(
                        "ListRules",
                        () -> Pages.of(
                                token -> events.listRules(request ->
                                        request.namePrefix(prefix).limit(PAGE).nextToken(token)),
                                page -> page.nextToken(),
                                page -> page.rules()))
                .stream();
    }

    private Stream<Resource> rule(Rule told, Unread unread) {
        var rule = LiveResource.of("aws_cloudwatch_event_rule", told.name())
                .text("id", told.name())
                .text("name", told.name())
                .text("arn", told.arn())
                .text("description", told.description())
                .text("event_bus_name", told.eventBusName())
                .text("event_pattern", told.eventPattern())
                .text("schedule_expression", told.scheduleExpression())
                .text("role_arn", told.roleArn())
                .text("state", told.stateAsString())
                .truth("is_enabled", told.state() != RuleState.DISABLED);
        return EVENTS
                .about(rule, unread)
                .of(
                        "ListTagsForResource",
                        () -> events.listTagsForResource(request -> request.resourceARN(told.arn())).tags().stream()
                                .collect(Collectors.toMap(Tag::key, Tag::value)),
                        rule::tags,
                        List.of("tags", "tags_all"))
                .made()
                .stream()
                .flatMap(made -> Stream.concat(Stream.of(made), targets(told.name())));
    }

    private Stream<Resource> targets(String rule) {
        return EVENTS
                .listWithin(
                        "ListTargetsByRule",
                        () -> Pages.of(
                                token -> events.listTargetsByRule(request ->
                                        request.rule(rule).limit(PAGE).nextToken(token)),
                                page -> page.nextToken(),
                                page -> page.targets()))
                .stream()
                .flatMap(List::stream)
                .map(target -> target(rule, target));
    }

    private static Resource target(String rule, Target told) {
        var target = LiveResource.of("aws_cloudwatch_event_target", rule + ":" + told.id())
                .text("id", rule + "-" + told.id())
                .text("target_id", told.id())
                .text("rule", rule)
                .text("arn", told.arn())
                .text("role_arn", told.roleArn());
        if (told.deadLetterConfig() != null && told.deadLetterConfig().arn() != null) {
            target.set(
                    "dead_letter_config",
                    LiveResource.block(
                            Map.of("arn", Value.text(told.deadLetterConfig().arn()))));
        }
        if (told.retryPolicy() != null) {
            target.set("retry_policy", LiveResource.block(retries(told)));
        }
        return target.made();
    }

    private static Map<String, Value> retries(Target told) {
        var retries = new LinkedHashMap<String, Value>();
        var attempts = told.retryPolicy().maximumRetryAttempts();
        var age = told.retryPolicy().maximumEventAgeInSeconds();
        if (attempts != null) {
            retries.put("maximum_retry_attempts", Value.number(attempts));
        }
        if (age != null) {
            retries.put("maximum_event_age_in_seconds", Value.number(age));
        }
        return retries;
    }
}
