package dev.sluice.compliance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.handlers.port.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueueReaderTest {

    private static final Tagged NOTHING = new Tagged(List.of());

    private final SqsClient sqs = Staged.clients().sqs();
    private final Unread unread = new Unread();

    @Test
    void aQueueSaysWhatItsProviderWouldShow() {
        var letters =
                queue("sluice-letters-queues-all", Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600"));
        var arn = "arn:aws:sqs:eu-west-2:123456789012:sluice-letters-queues-all";
        sqs.createQueue(request -> request.queueName("sluice-work-queues-all")
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT, "90",
                        QueueAttributeName.KMS_MASTER_KEY_ID, "alias/orders",
                        QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":5}"))
                .tags(Map.of("Project", "sluice", "Environment", "queues-all")));

        var read = read(new QueueReader(sqs), "queues-all", NOTHING);

        assertThat(read)
                .extracting(Resource::address)
                .containsExactlyInAnyOrder(
                        "aws_sqs_queue.sluice-letters-queues-all", "aws_sqs_queue.sluice-work-queues-all");
        var dead = named(read, "sluice-letters-queues-all");
        assertThat(dead.at("message_retention_seconds")).isEqualTo(Value.number(1_209_600));
        assertThat(dead.at("arn")).isEqualTo(Value.text(arn));
        assertThat(dead.at("id")).isEqualTo(Value.text(letters));
        assertThat(dead.at("redrive_policy").isAbsent()).isTrue();
        assertThat(dead.at("tags").members()).isEmpty();
        var work = named(read, "sluice-work-queues-all");
        assertThat(work.at("visibility_timeout_seconds")).isEqualTo(Value.number(90));
        assertThat(work.at("kms_master_key_id")).isEqualTo(Value.text("alias/orders"));
        assertThat(work.at("redrive_policy").asText())
                .hasValueSatisfying(policy -> assertThat(policy).contains(arn));
        assertThat(work.at("tags_all", "Project")).isEqualTo(Value.text("sluice"));
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void everyPageOfTheListIsRead() {
        for (var name : List.of("a", "b", "c", "d", "e")) {
            queue("sluice-" + name + "-queues-paged", Map.of());
        }
        var inTwo = Staged.client(SqsClient.class, sqs, "listQueues", (request, real) -> {
            var all = ((ListQueuesResponse) real.apply(request)).queueUrls();
            boolean first = ((ListQueuesRequest) request).nextToken() == null;
            return first
                    ? ListQueuesResponse.builder()
                            .queueUrls(all.subList(0, 2))
                            .nextToken("more")
                            .build()
                    : ListQueuesResponse.builder()
                            .queueUrls(all.subList(2, all.size()))
                            .build();
        });

        assertThat(read(new QueueReader(inTwo), "queues-paged", NOTHING)).hasSize(5);
    }

    @Test
    void whatBearsTheTagsIsReadWhateverItIsCalledAndOnceOnly() {
        queue("called-otherwise-for-queues", Map.of());
        queue("sluice-mine-queues-tagged", Map.of());
        queue("sluice-mine-queues-others", Map.of());
        var tagged = new Tagged(List.of(
                "arn:aws:sqs:eu-west-2:123456789012:called-otherwise-for-queues",
                "arn:aws:sqs:eu-west-2:123456789012:sluice-mine-queues-tagged",
                "arn:aws:sqs:eu-west-2:123456789012:gone-since"));

        assertThat(read(new QueueReader(sqs), "queues-tagged", tagged))
                .extracting(Resource::address)
                .containsExactlyInAnyOrder(
                        "aws_sqs_queue.called-otherwise-for-queues", "aws_sqs_queue.sluice-mine-queues-tagged");
    }

    @Test
    void aQueueThatIsDeletedWhileItIsReadIsNotThere() {
        var url = queue("sluice-brief-queues-gone", Map.of());
        var deleting = Staged.client(
                SqsClient.class,
                sqs,
                "getQueueAttributes",
                Staged.after(() -> sqs.deleteQueue(request -> request.queueUrl(url))));

        assertThat(read(new QueueReader(deleting), "queues-gone", NOTHING)).isEmpty();
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void whatCannotBeReadOfAQueueIsUnknownAndToldWithTheCodeAlone() {
        queue("sluice-shut-queues-refused", Map.of());
        var refusing = Staged.client(SqsClient.class, sqs, "getQueueAttributes", Staged.refuses());

        var queue = read(new QueueReader(refusing), "queues-refused", NOTHING).getFirst();

        assertThat(queue.at("message_retention_seconds").isOpen()).isTrue();
        assertThat(queue.at("policy").isOpen()).isTrue();
        assertThat(queue.at("tags").isOpen()).isFalse();
        assertThat(unread.all()).singleElement().satisfies(told -> {
            assertThat(told.place().file()).isEqualTo("aws_sqs_queue.sluice-shut-queues-refused");
            assertThat(told.why()).isEqualTo("sqs:GetQueueAttributes: AccessDenied");
        });
    }

    @Test
    void withoutAListNothingCanBeSaid() {
        var refusing = Staged.client(SqsClient.class, sqs, "listQueues", Staged.refuses());

        assertThatThrownBy(() -> read(new QueueReader(refusing), "queues-unlisted", NOTHING))
                .isInstanceOf(Unavailable.class)
                .hasMessage("sqs:ListQueues: AccessDenied");
    }

    private String queue(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(request -> request.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private List<Resource> read(QueueReader reader, String suffix, Tagged tagged) {
        return reader.read(Staged.scope(suffix), tagged, unread);
    }

    private static Resource named(List<Resource> all, String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
