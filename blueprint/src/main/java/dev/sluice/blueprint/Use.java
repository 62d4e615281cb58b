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
        READS_SECRETS
    }

    public Use {
        var fits = switch (resource) {
            case Resource.Table ignored ->
                switch (kind) {
                    case READS, LISTS, WRITES, UPDATES -> true;
                    case PUBLISHES, SENDS, READS_SECRETS -> false;
                };
            case Resource.Topic ignored -> kind == Kind.PUBLISHES;
            case Resource.Queue ignored -> kind == Kind.SENDS;
            case Resource.Secrets ignored -> kind == Kind.READS_SECRETS;
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

    private static String variable(Resource resource, String suffix) {
        return resource.name().replace('-', '_').toUpperCase(Locale.ROOT) + "_" + suffix;
    }
}
