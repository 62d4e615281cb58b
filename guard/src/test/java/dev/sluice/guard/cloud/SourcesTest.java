package dev.sluice.guard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an event source mapping reads")
class SourcesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "${aws_sqs_queue.x.arn}, QUEUE",
        "${aws_dynamodb_table.x.stream_arn}, TABLE",
        "${aws_kinesis_stream.x.arn}, KINESIS",
        "arn:aws:sqs:eu-west-1:123456789012:x, QUEUE",
        "arn:aws:kinesis:eu-west-1:123456789012:stream/x, KINESIS",
        "arn:aws:dynamodb:eu-west-1:123456789012:table/x/stream/1, TABLE",
        "arn:aws:mq:eu-west-1:123456789012:broker:x, OTHER",
        "arn, OPEN",
        "${var.source}, OPEN"
    })
    @DisplayName("is told by its ARN, or by what it refers to")
    void kindIsTold(String source, Sources.Kind expected) throws IOException {
        var cloud = Clouds.of(folder, """
                {'variable': {'source': {}}, 'resource': {'aws_sqs_queue': {'x': {'name': 'x'}},
                  'aws_dynamodb_table': {'x': {'name': 'x'}}, 'aws_kinesis_stream': {'x': {'name': 'x'}},
                  'aws_lambda_event_source_mapping': {'x': {'event_source_arn': '%s'}}}}
                """.formatted(source));
        var mapping = Clouds.resource(cloud, "aws_lambda_event_source_mapping.x");
        assertThat(cloud.sources().of(mapping)).isEqualTo(expected);
        assertThat(cloud.sources().isStream(mapping))
                .isEqualTo(expected == Sources.Kind.TABLE || expected == Sources.Kind.KINESIS);
    }
}
