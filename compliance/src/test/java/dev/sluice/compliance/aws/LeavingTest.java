package dev.sluice.compliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compliance.Made;
import dev.sluice.compliance.port.FindingAlert;
import dev.sluice.compliance.telling.FindingAlertJson;
import dev.sluice.guard.rule.Severity;
import dev.sluice.handlers.port.Unavailable;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.model.Message;

/** What leaves the scanner: alerts, requests to repair, reports. */
class LeavingTest {

    private static final FindingAlert ALERT = new FindingAlert(
            "any-rule@aws_sqs_queue.é\uD83D\uDE00#2",
            "dev",
            "any-rule",
            Severity.WARNING,
            "aws_sqs_queue.é\uD83D\uDE00",
            "A title that is rather long, so that the subject of a mail about it has to be cut somewhere",
            "said",
            "why",
            "remedy",
            Made.NOW,
            2);

    @Test
    void anAlertReachesItsSubscriberWithWhatItMayFilterBy() {
        var queue = OnEmulator.queue();
        new SnsFindingTopic(OnEmulator.clients().sns(), OnEmulator.topic(queue)).publish(ALERT);
        assertThat(received(queue)).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo(FindingAlertJson.write(ALERT)).contains("\"returned\":2");
            assertThat(message.messageAttributes().get("severity").stringValue())
                    .isEqualTo("warning");
            assertThat(message.messageAttributes().get("rule").stringValue()).isEqualTo("any-rule");
        });
    }

    @Test
    void aSubjectIsOneShortLineOfAscii() {
        assertThat(FindingAlertJson.subject(ALERT))
                .hasSize(99)
                .startsWith("Sluice dev warning (again): aws_sqs_queue.??: A title")
                .endsWith("...")
                .matches("[ -~]+");
    }

    @Test
    void aRequestToRepairNamesItsScan() {
        var queue = OnEmulator.queue();
        new SqsRepairQueue(OnEmulator.clients().sqs(), queue).request(Made.NOW);
        assertThat(received(queue))
                .extracting(Message::body)
                .containsExactly("{\"scan\":\"2026-01-02T03:04:05.678Z\"}");
    }

    @Test
    void aReportLiesUnderTheTimeOfItsScanAndAsTheLatest() {
        var s3 = OnEmulator.clients().made(S3Client.builder().forcePathStyle(true));
        var bucket = "reports-" + UUID.randomUUID();
        s3.createBucket(request ->
                request.bucket(bucket).createBucketConfiguration(where -> where.locationConstraint("eu-west-2")));
        new S3ReportStore(s3, bucket).keep(Made.NOW, "{\"é\":1}", "<p>é</p>");
        for (var name : List.of("reports/2026-01-02T03:04:05.678Z", "latest")) {
            var json = s3.getObjectAsBytes(request -> request.bucket(bucket).key(name + ".json"));
            assertThat(json.asUtf8String()).isEqualTo("{\"é\":1}");
            assertThat(json.response().contentType()).isEqualTo("application/json");
            var html = s3.getObjectAsBytes(request -> request.bucket(bucket).key(name + ".html"));
            assertThat(html.asUtf8String()).isEqualTo("<p>é</p>");
            assertThat(html.response().contentType()).isEqualTo("text/html; charset=utf-8");
        }
        var nowhere = new S3ReportStore(s3, bucket + "-none");
        assertThatThrownBy(() -> nowhere.keep(Made.NOW, "", ""))
                .isInstanceOf(Unavailable.class)
                .hasMessage("S3 PutObject (report): NoSuchBucket (404)");
    }

    private static List<Message> received(String queue) {
        return OnEmulator.clients()
                .sqs()
                .receiveMessage(request -> request.queueUrl(queue).messageAttributeNames("All"))
                .messages();
    }
}
