package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.secretsmanager_secret.SecretsmanagerSecret;
import dev.sluice.blueprint.Blueprint;
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
final class PipelineResources extends Construct {

    private final Map<Resource.Table, Table> tables = new LinkedHashMap<>();
    private final Map<Resource.Topic, Topic> topics = new LinkedHashMap<>();
    private final Map<Resource.DeadLetterQueue, Queue> deadLetters = new LinkedHashMap<>();
    private final Map<Resource.Queue, Queue> queues = new LinkedHashMap<>();
    private final Map<Resource.Secrets, List<SecretsmanagerSecret>> secrets = new LinkedHashMap<>();

    PipelineResources(
            Construct scope, String id, Blueprint blueprint, Settings settings, PipelineKey key, Location location) {
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
                                undeliveredInto(queue, blueprint)
                                        .map(topic -> of(topic).arn()),
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

    Map<Resource.Table, Table> tables() {
        return new LinkedHashMap<>(tables);
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

    private static Optional<Resource.Topic> undeliveredInto(Resource.DeadLetterQueue queue, Blueprint blueprint) {
        return blueprint.functions().stream()
                .flatMap(function -> function.triggers().stream())
                .filter(Trigger.Subscription.class::isInstance)
                .map(Trigger.Subscription.class::cast)
                .filter(subscription -> subscription.undelivered().equals(queue))
                .map(Trigger.Subscription::topic)
                .findFirst();
    }
}
