package dev.sluice.blueprint;

import java.util.Locale;

/**
 * What a function does with a resource: the one way it gets at it. A use makes the environment variable and the
 * permission together.
 *
 * @param environmentVariable where the deployed function reads the resource's name
 */
public record Use(Kind kind, Resource resource, String environmentVariable) {

    /** What may be done; each kind stands for an exact set of actions. */
    public enum Kind {
        /** Reads items one by one and in queries. */
        READS,
        /** Reads items as {@link #READS} does, and many by their keys at once. */
        LISTS,
        /** Puts new items and updates others. */
        WRITES,
        /** Updates items, and puts none. */
        UPDATES,
        PUBLISHES,
        SENDS,
        READS_SECRETS,
        /** Puts documents, reads none. */
        STORES,
        /** Reads how everything of an environment is configured; nothing of what it keeps. */
        INSPECTS,
        /** Changes the few things of an environment's configuration that can be put right without harm. */
        REPAIRS
    }

    public Use {
        var fits = switch (resource) {
            case Resource.Table ignored ->
                switch (kind) {
                    case READS, LISTS, WRITES, UPDATES -> true;
                    case PUBLISHES, SENDS, READS_SECRETS, STORES, INSPECTS, REPAIRS -> false;
                };
            case Resource.Topic ignored -> kind == Kind.PUBLISHES;
            case Resource.Queue ignored -> kind == Kind.SENDS;
            case Resource.Secrets ignored -> kind == Kind.READS_SECRETS;
            case Resource.Bucket ignored -> kind == Kind.STORES;
            case Resource.Environment ignored -> kind == Kind.INSPECTS || kind == Kind.REPAIRS;
            case Resource.DeadLetterQueue ignored -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException(kind + " does not go with " + resource);
        }
    }

    public static Use reads(Resource.Table table) {
        return new Use(Kind.READS, table, variable(table, "TABLE"));
    }

    public static Use lists(Resource.Table table) {
        return new Use(Kind.LISTS, table, variable(table, "TABLE"));
    }

    public static Use writes(Resource.Table table) {
        return new Use(Kind.WRITES, table, variable(table, "TABLE"));
    }

    public static Use updates(Resource.Table table) {
        return new Use(Kind.UPDATES, table, variable(table, "TABLE"));
    }

    public static Use sends(Resource.Queue queue) {
        return new Use(Kind.SENDS, queue, variable(queue, "QUEUE_URL"));
    }

    public static Use publishes(Resource.Topic topic) {
        return new Use(Kind.PUBLISHES, topic, variable(topic, "TOPIC_ARN"));
    }

    public static Use readsSecrets(Resource.Secrets secrets) {
        return new Use(Kind.READS_SECRETS, secrets, variable(secrets, "SECRETS_PREFIX"));
    }

    public static Use stores(Resource.Bucket bucket) {
        return new Use(Kind.STORES, bucket, variable(bucket, "BUCKET"));
    }

    public static Use inspects(Resource.Environment environment) {
        return new Use(Kind.INSPECTS, environment, variable(environment, "ENVIRONMENT"));
    }

    public static Use repairs(Resource.Environment environment) {
        return new Use(Kind.REPAIRS, environment, variable(environment, "ENVIRONMENT"));
    }

    private static String variable(Resource resource, String suffix) {
        return resource.name().replace('-', '_').toUpperCase(Locale.ROOT) + "_" + suffix;
    }
}
