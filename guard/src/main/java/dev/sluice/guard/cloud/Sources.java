package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;

/** What kind of source an event source mapping reads, which decides what of its settings means something. */
public final class Sources {

    /** A kind of source. */
    public enum Kind {
        /** A queue of SQS. */
        QUEUE,
        /** A stream of Kinesis. */
        KINESIS,
        /** A table's stream. */
        TABLE,
        /** Something else, such as Kafka. */
        OTHER,
        /** It cannot be told. */
        OPEN
    }

    private static final String[] OF_OTHERS = {
        "topics",
        "queues",
        "self_managed_event_source",
        "amazon_managed_kafka_event_source_config",
        "self_managed_kafka_event_source_config",
        "document_db_event_source_config"
    };

    private final ResourceGraph graph;

    Sources(ResourceGraph graph) {
        this.graph = graph;
    }

    /** What a mapping reads. */
    public Kind of(Resource mapping) {
        for (var setting : OF_OTHERS) {
            if (!mapping.at(setting).each().isEmpty()) {
                return Kind.OTHER;
            }
        }
        var source = mapping.at("event_source_arn");
        var written = written(graph.spelled(source));
        if (written != Kind.OPEN) {
            return written;
        }
        return graph.target(source, "aws_sqs_queue", "aws_kinesis_stream", "aws_dynamodb_table")
                .map(resource -> switch (resource.type()) {
                    case "aws_sqs_queue" -> Kind.QUEUE;
                    case "aws_kinesis_stream" -> Kind.KINESIS;
                    default -> Kind.TABLE;
                })
                .orElse(Kind.OPEN);
    }

    /** Whether a mapping reads a stream's shards, in order. */
    public boolean isStream(Resource mapping) {
        var kind = of(mapping);
        return kind == Kind.KINESIS || kind == Kind.TABLE;
    }

    private static Kind written(Value source) {
        var text = source.toString();
        if (!(source instanceof Value.Text) || !text.startsWith("arn:")) {
            return Kind.OPEN;
        }
        var segments = text.split(":", 4);
        return switch (segments.length > 2 ? segments[2] : "") {
            case "sqs" -> Kind.QUEUE;
            case "kinesis" -> Kind.KINESIS;
            case "dynamodb" -> Kind.TABLE;
            default -> Kind.OTHER;
        };
    }
}
