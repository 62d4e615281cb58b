package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.secretsmanager_secret.SecretsmanagerSecret;
import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/** What the blueprint's functions are triggered by, use and fail into, each made once. */
final class StackResources extends Construct {

    private final Map<Resource.Table, Table> tables = new LinkedHashMap<>();
    private final Map<Resource.Topic, Topic> topics = new LinkedHashMap<>();
    private final Map<Resource.DeadLetterQueue, Queue> deadLetters = new LinkedHashMap<>();
    private final Map<Resource.Queue, Queue> queues = new LinkedHashMap<>();
    private final Map<Resource.Secrets, List<SecretsmanagerSecret>> secrets = new LinkedHashMap<>();
    private final Map<Resource.Bucket, Bucket> buckets = new LinkedHashMap<>();

    StackResources(
            Construct scope, String id, Blueprint blueprint, Settings settings, StackKey key, Location location) {
        super(scope, id);
        var resources = blueprint.resources();
        for (var resource : resources) {
            switch (resource) {
                case Resource.Table table ->
                    tables.put(
                            table,
                            new Table(this, table, !blueprint.readersOf(table).isEmpty(), settings, key));
                case Resource.Topic topic -> topics.put(topic, new Topic(this, topic.name(), settings, key));
                case Resource.Secrets some -> secrets.put(some, SourceSecrets.of(this, settings, key));
                case Resource.Bucket bucket -> buckets.put(bucket, new Bucket(this, bucket, settings, key, location));
                case Resource.Environment ignored -> {}
                // Those that need another of these come behind it.
                case Resource.Queue ignored -> {}
                case Resource.DeadLetterQueue ignored -> {}
            }
        }
        for (var resource : resources) {
            if (resource instanceof Resource.DeadLetterQueue queue) {
                deadLetters.put(
                        queue,
                        Queue.deadLetters(
                                this,
                                queue,
                                sourceOf(queue, resources),
                                undeliveredInto(queue, blueprint, settings, location),
                                settings,
                                key,
                                location));
            }
        }
        for (var resource : resources) {
            if (resource instanceof Resource.Queue queue) {
                queues.put(queue, Queue.work(this, queue, of(queue.deadLetters()), settings, key));
            }
        }
    }

    /** Has operators told of what is stuck in them. */
    void watch(Operations operations, Alarms alarms) {
        topics.keySet().forEach(topic -> operations.watch(this, alarms.of(topic)));
        queues.keySet().forEach(queue -> operations.watch(this, alarms.of(queue)));
        deadLetters.keySet().forEach(queue -> operations.watch(this, alarms.of(queue)));
    }

    Table of(Resource.Table table) {
        return made(tables, table);
    }

    Topic of(Resource.Topic topic) {
        return made(topics, topic);
    }

    Queue of(Resource.Queue queue) {
        return made(queues, queue);
    }

    Queue of(Resource.DeadLetterQueue queue) {
        return made(deadLetters, queue);
    }

    /** The ARNs of the secrets, one a source. */
    List<String> of(Resource.Secrets some) {
        return made(secrets, some).stream().map(SecretsmanagerSecret::getArn).toList();
    }

    Bucket of(Resource.Bucket bucket) {
        return made(buckets, bucket);
    }

    Map<Resource.Table, Table> tables() {
        return new LinkedHashMap<>(tables);
    }

    Map<Resource.Bucket, Bucket> buckets() {
        return new LinkedHashMap<>(buckets);
    }

    Map<Resource.Topic, Topic> topics() {
        return new LinkedHashMap<>(topics);
    }

    Map<Resource.DeadLetterQueue, Queue> deadLetters() {
        return new LinkedHashMap<>(deadLetters);
    }

    Map<Resource.Queue, Queue> queues() {
        return new LinkedHashMap<>(queues);
    }

    private static <K extends Resource, V> V made(Map<K, V> all, K resource) {
        var made = all.get(resource);
        if (made == null) {
            throw new IllegalArgumentException("the blueprint has no " + resource);
        }
        return made;
    }

    private static Optional<Resource.Queue> sourceOf(Resource.DeadLetterQueue deadLetters, List<Resource> resources) {
        return resources.stream()
                .filter(Resource.Queue.class::isInstance)
                .map(Resource.Queue.class::cast)
                .filter(queue -> queue.deadLetters().equals(deadLetters))
                .findFirst();
    }

    /** Who puts into a queue what it could not deliver: a topic, or time itself. */
    private Optional<Queue.Undelivered> undeliveredInto(
            Resource.DeadLetterQueue queue, Blueprint blueprint, Settings settings, Location location) {
        return blueprint.functions().stream()
                .flatMap(function -> function.triggers().stream()
                        .flatMap(trigger -> undelivered(function, trigger, queue, settings, location).stream()))
                .findFirst();
    }

    private Optional<Queue.Undelivered> undelivered(
            Function function, Trigger trigger, Resource.DeadLetterQueue queue, Settings settings, Location location) {
        return switch (trigger) {
            case Trigger.Subscription subscription
            when subscription.undelivered().equals(queue) ->
                Optional.of(Queue.Undelivered.byTopic(of(subscription.topic()).arn()));
            // It invokes asynchronously, and what it cannot hand over goes where what then fails does.
            case Trigger.Schedule schedule
            when function.asynchronous().deadLetters().equals(queue) ->
                Optional.of(
                        Queue.Undelivered.byRule(location.arn("events", "rule/" + settings.nameOf(schedule.name()))));
            case Trigger.Subscription ignored -> Optional.empty();
            case Trigger.Schedule ignored -> Optional.empty();
            case Trigger.Route ignored -> Optional.empty();
            case Trigger.Stream ignored -> Optional.empty();
            case Trigger.Messages ignored -> Optional.empty();
        };
    }
}
