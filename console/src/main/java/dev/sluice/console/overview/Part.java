package dev.sluice.console.overview;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Resource;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is drawn.
 *
 * @param id a function's is its name; no two parts share one
 * @param note what it is for, in a sentence or less
 */
record Part(String id, Kind kind, String label, String note) {

    enum Kind {
        SENDER,
        OPERATOR,
        FUNCTION,
        TOPIC,
        TABLE,
        QUEUE,
        DEADLETTERS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Part SENDER = new Part(":sender", Kind.SENDER, "sender", "Sends signed webhooks");
    static final Part OPERATOR = new Part(":operator", Kind.OPERATOR, "operator", "Asks what is known");

    static Part of(Function function) {
        return new Part(function.name(), Kind.FUNCTION, function.name(), function.purpose());
    }

    /** Empty for what no transaction passes through. */
    static Optional<Part> of(Resource resource) {
        return switch (resource) {
            case Resource.Topic topic -> Optional.of(of(Kind.TOPIC, topic, "Hands each message to all who subscribe"));
            case Resource.Table table -> Optional.of(of(Kind.TABLE, table, "Keeps each transaction once"));
            case Resource.Queue queue -> Optional.of(of(Kind.QUEUE, queue, "Keeps work until it is done"));
            case Resource.DeadLetterQueue letters ->
                Optional.of(of(Kind.DEADLETTERS, letters, "Keeps what was given up on"));
            case Resource.Secrets ignored -> Optional.empty();
            case Resource.Bucket ignored -> Optional.empty();
            case Resource.Environment ignored -> Optional.empty();
        };
    }

    /** A table and a topic may share a name, and a function one with either. */
    private static Part of(Kind kind, Resource resource, String note) {
        return new Part(kind.code() + ":" + resource.name(), kind, resource.name(), note);
    }
}
