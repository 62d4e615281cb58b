package dev.sluice.blueprint;

import dev.sluice.blueprint.Resource.DeadLetterQueue;
import dev.sluice.blueprint.Resource.Secrets;
import dev.sluice.blueprint.Resource.Table;
import dev.sluice.blueprint.Resource.Topic;
import dev.sluice.blueprint.Trigger.Route;
import dev.sluice.blueprint.Trigger.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A blueprint as Markdown, below what people write of it: a picture and the tables that say what the picture leaves out. */
final class BlueprintDocument {

    /** Writes the pages anew. */
    static final String COMMAND = "./mvnw -pl blueprint test -Dsluice.docs.write=true";

    private static final String BEGIN = "<!-- Generated from the blueprint. To write it anew: " + COMMAND + " -->";

    private BlueprintDocument() {}

    /** The page with its blueprint as the code has it, from the line on that says so; what is above stays as it is. */
    static String of(Blueprint blueprint, String page) {
        var begin = page.indexOf(BEGIN);
        if (begin < 0) {
            throw new IllegalStateException("the page lacks the line " + BEGIN);
        }
        return page.substring(0, begin) + BEGIN + "\n\n" + parts(blueprint);
    }

    private static String parts(Blueprint blueprint) {
        return String.join(
                "\n",
                picture(blueprint),
                "## Functions",
                "",
                table(
                        List.of("function", "what it does", "handler", "memory", "timeout"),
                        blueprint.functions().stream()
                                .map(f -> List.of(
                                        code(f.name()),
                                        f.purpose(),
                                        code(f.handler()),
                                        f.memoryMegabytes() + " MB",
                                        words(f.timeout())))
                                .toList()),
                "## What triggers them",
                "",
                table(
                        List.of("function", "trigger", "who or what", "when it fails"),
                        blueprint.functions().stream()
                                .flatMap(f -> f.triggers().stream().map(t -> triggerRow(f, t)))
                                .toList()),
                "## What they use",
                "",
                "A use is the only way to a resource: it makes the environment variable and the permission together.",
                "",
                table(
                        List.of("function", "use", "resource", "environment variable"),
                        blueprint.functions().stream()
                                .flatMap(f -> f.uses().stream()
                                        .map(u -> List.of(
                                                code(f.name()),
                                                verb(u.kind()),
                                                kind(u.resource()) + " "
                                                        + code(u.resource().name()),
                                                code(u.environmentVariable()))))
                                .toList()),
                "## What they are told",
                "",
                table(
                        List.of("function", "environment variable", "what is written there"),
                        blueprint.functions().stream()
                                .flatMap(f -> f.settings().stream()
                                        .map(x -> List.of(code(f.name()), code(x.environmentVariable()), x.meaning())))
                                .toList()),
                "## Tables",
                "",
                table(
                        List.of("table", "found by", "partition key", "sort key"),
                        blueprint.resources().stream()
                                .filter(Table.class::isInstance)
                                .map(Table.class::cast)
                                .flatMap(BlueprintDocument::keys)
                                .toList()),
                "## Dead-letter queues",
                "",
                table(
                        List.of("queue", "keeps a message for"),
                        blueprint.resources().stream()
                                .filter(DeadLetterQueue.class::isInstance)
                                .map(DeadLetterQueue.class::cast)
                                .map(q -> List.of(code(q.name()), words(q.retention())))
                                .toList()));
    }

    private static Stream<List<String>> keys(Table table) {
        return Stream.concat(
                Stream.of(List.of(
                        code(table.name()),
                        "itself",
                        code(table.keys().partition()),
                        code(table.keys().sort()))),
                table.indexes().stream()
                        .map(i -> List.of(
                                code(table.name()),
                                "index " + code(i.name()),
                                code(i.keys().partition()),
                                code(i.keys().sort()))));
    }

    private static String picture(Blueprint blueprint) {
        var lines = new ArrayList<String>();
        lines.add("```mermaid");
        lines.add("flowchart LR");
        for (var function : blueprint.functions()) {
            lines.add("  " + id(function) + "[\"" + function.name() + "\"]");
        }
        for (var resource : blueprint.resources()) {
            lines.add("  " + id(resource) + shape(resource));
        }
        for (var function : blueprint.functions()) {
            for (var trigger : function.triggers()) {
                lines.addAll(arrowsInto(function, trigger));
            }
            for (var use : function.uses()) {
                lines.add("  " + id(function) + " -->|" + verb(use.kind()) + "| " + id(use.resource()));
            }
            lines.add("  " + id(function) + " -.->|fails| "
                    + id(function.asynchronous().deadLetters()));
        }
        lines.add("```");
        lines.add("");
        return String.join("\n", lines);
    }

    private static List<String> arrowsInto(Function function, Trigger trigger) {
        return switch (trigger) {
            case Route r -> {
                var caller = caller(r);
                yield List.of("  " + caller + "([\"" + caller + "\"]) -->|\"" + r.method() + " " + r.path() + "\"| "
                        + id(function));
            }
            case Subscription s ->
                List.of(
                        "  " + id(s.topic()) + " --> " + id(function),
                        "  " + id(s.topic()) + " -.->|cannot deliver| " + id(s.undelivered()));
            case Trigger.Stream s ->
                List.of(
                        "  " + id(s.table()) + " -->|new items| " + id(function),
                        "  " + id(function) + " -.->|gives up on| " + id(s.deadLetters()));
            case Trigger.Messages m ->
                List.of(
                        "  " + id(m.queue()) + " --> " + id(function),
                        "  " + id(m.queue()) + " -.->|after " + m.queue().receives() + " receives| "
                                + id(m.queue().deadLetters()));
            case Trigger.Schedule s ->
                List.of("  schedule([\"" + s.name() + "\"]) -->|every " + words(s.every()) + "| " + id(function));
        };
    }

    private static List<String> triggerRow(Function function, Trigger trigger) {
        return switch (trigger) {
            case Route r ->
                List.of(
                        code(function.name()),
                        code(r.method() + " " + r.path()),
                        caller(r),
                        "the caller is told, and sends it again");
            case Subscription s ->
                List.of(
                        code(function.name()),
                        "a message on " + code(s.topic().name()),
                        "topic",
                        retries(function.asynchronous()) + "; what the topic cannot deliver goes to "
                                + code(s.undelivered().name()));
            case Trigger.Stream s ->
                List.of(
                        code(function.name()),
                        "new items of " + code(s.table().name()) + " under " + code(s.sortKey()) + ", " + s.batch()
                                + " at a time",
                        "stream, in order for each key",
                        "from the first failed record on again, halved until it stands alone; after " + s.retries()
                                + " retries or " + words(s.longestAge()) + " its position goes to "
                                + code(s.deadLetters().name()));
            case Trigger.Messages m ->
                List.of(
                        code(function.name()),
                        "a message on " + code(m.queue().name()) + ", " + m.batch() + " at a time, " + m.concurrency()
                                + " batches at once",
                        "queue",
                        "those that failed again after " + words(m.queue().visibilityTimeout()) + "; after "
                                + m.queue().receives() + " receives to "
                                + code(m.queue().deadLetters().name()));
            case Trigger.Schedule s ->
                List.of(
                        code(function.name()),
                        "every " + words(s.every()),
                        "schedule " + code(s.name()),
                        retries(function.asynchronous()));
        };
    }

    private static String retries(Asynchronous asynchronous) {
        var waits = asynchronous.waits().stream().map(BlueprintDocument::words).collect(Collectors.joining(", then "));
        var target = code(asynchronous.deadLetters().name());
        return waits.isEmpty()
                ? "to " + target
                : "again after " + waits + " while younger than " + words(asynchronous.longestAge()) + ", then to "
                        + target;
    }

    private static String table(List<String> header, List<List<String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(row(header));
        lines.add(row(header.stream().map(h -> "---").toList()));
        rows.forEach(r -> lines.add(row(r)));
        lines.add("");
        return String.join("\n", lines);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String caller(Route route) {
        return switch (route.access()) {
            case SENDER -> "sender";
            case OPERATOR -> "operator";
        };
    }

    private static String verb(Use.Kind kind) {
        return switch (kind) {
            case READS -> "reads";
            case LISTS -> "lists";
            case WRITES -> "writes";
            case UPDATES -> "updates";
            case SENDS -> "sends to";
            case PUBLISHES -> "publishes to";
            case READS_SECRETS -> "reads secrets of";
            case STORES -> "stores in";
            case INSPECTS -> "inspects";
            case REPAIRS -> "repairs";
        };
    }

    private static String kind(Resource resource) {
        return switch (resource) {
            case Table ignored -> "table";
            case Topic ignored -> "topic";
            case Resource.Queue ignored -> "queue";
            case DeadLetterQueue ignored -> "queue";
            case Secrets ignored -> "secrets";
            case Resource.Bucket ignored -> "bucket";
            case Resource.Environment ignored -> "environment";
        };
    }

    private static String shape(Resource resource) {
        var label = "\"" + kind(resource) + " " + resource.name() + "\"";
        return switch (resource) {
            case Table ignored -> "[(" + label + ")]";
            case Topic ignored -> "{{" + label + "}}";
            case Resource.Queue ignored -> "[\\" + label + "\\]";
            case DeadLetterQueue ignored -> "[/" + label + "/]";
            case Secrets ignored -> "[[" + label + "]]";
            case Resource.Bucket ignored -> "[(" + label + ")]";
            case Resource.Environment ignored -> "([" + label + "])";
        };
    }

    private static String id(Function function) {
        return "function_" + function.name().replace('-', '_');
    }

    private static String id(Resource resource) {
        return kind(resource) + "_" + resource.name().replace('-', '_');
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    /** In the largest unit that leaves a whole number. */
    private static String words(Duration duration) {
        var seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return counted(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
