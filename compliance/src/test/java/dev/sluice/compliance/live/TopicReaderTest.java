package dev.sluice.compliance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.handlers.port.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;

class TopicReaderTest {

    private static final Tagged NOTHING = new Tagged(List.of());
    private static final String QUEUE = "arn:aws:sqs:eu-west-2:123456789012:sluice-letters-topics-all";

    private final SnsClient sns = Staged.clients().sns();
    private final Unread unread = new Unread();

    @Test
    void aTopicAndWhatIsSubscribedSayWhatTheirProviderWouldShow() {
        var topic = topic("sluice-news-topics-all");
        sns.setTopicAttributes(request ->
                request.topicArn(topic).attributeName("KmsMasterKeyId").attributeValue("alias/orders"));
        var subscription = sns.subscribe(request -> request.topicArn(topic)
                        .protocol("sqs")
                        .endpoint(QUEUE)
                        .attributes(Map.of("RawMessageDelivery", "true"))
                        .returnSubscriptionArn(true))
                .subscriptionArn();
        sns.setSubscriptionAttributes(request -> request.subscriptionArn(subscription)
                .attributeName("RedrivePolicy")
                .attributeValue("{\"deadLetterTargetArn\":\"" + QUEUE + "\"}"));

        var read = read(new TopicReader(sns), "topics-all", NOTHING);

        assertThat(read)
                .satisfiesExactly(
                        told -> {
                            assertThat(told.address()).isEqualTo("aws_sns_topic.sluice-news-topics-all");
                            assertThat(told.at("arn")).isEqualTo(Value.text(topic));
                            assertThat(told.at("id")).isEqualTo(Value.text(topic));
                            assertThat(told.at("kms_master_key_id")).isEqualTo(Value.text("alias/orders"));
                            assertThat(told.at("policy").asText())
                                    .hasValueSatisfying(
                                            policy -> assertThat(policy).contains("Statement"));
                            assertThat(told.at("tags").members()).isEmpty();
                        },
                        told -> {
                            assertThat(told.address())
                                    .isEqualTo("aws_sns_topic_subscription."
                                            + "sluice-news-topics-all-sqs-sluice-letters-topics-all");
                            assertThat(told.at("id")).isEqualTo(Value.text(subscription));
                            assertThat(told.at("topic_arn")).isEqualTo(Value.text(topic));
                            assertThat(told.at("endpoint")).isEqualTo(Value.text(QUEUE));
                            assertThat(told.at("raw_message_delivery").asTruth())
                                    .contains(true);
                            assertThat(told.at("redrive_policy").asText())
                                    .hasValueSatisfying(
                                            policy -> assertThat(policy).contains(QUEUE));
                        });
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void theAddressOfAPersonIsNotKept() {
        var topic = topic("sluice-alerts-topics-people");
        sns.subscribe(request -> request.topicArn(topic).protocol("email").endpoint("someone@example.com"));

        assertThat(read(new TopicReader(sns), "topics-people", NOTHING))
                .filteredOn(each -> each.type().equals("aws_sns_topic_subscription"))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.at("protocol")).isEqualTo(Value.text("email"));
                    assertThat(told.at("endpoint").isAbsent()).isTrue();
                    assertThat(told.address() + told.attributes()).doesNotContain("someone");
                });
    }

    @Test
    void everyPageOfTheListIsRead() {
        // SNS lists a hundred at once, and nobody can ask for fewer.
        IntStream.rangeClosed(1, 101).forEach(each -> topic("sluice-" + each + "-topics-paged"));

        assertThat(read(new TopicReader(sns), "topics-paged", NOTHING)).hasSize(101);
    }

    @Test
    void whatBearsTheTagsIsReadWhateverItIsCalledAndOnceOnly() {
        var tagged = new Tagged(List.of(topic("called-otherwise-for-topics"), topic("sluice-mine-topics-tagged")));

        assertThat(read(new TopicReader(sns), "topics-tagged", tagged))
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("called-otherwise-for-topics", "sluice-mine-topics-tagged");
    }

    @Test
    void aTopicThatIsDeletedWhileItIsReadIsNotThere() {
        var topic = topic("sluice-brief-topics-gone");
        var deleting = Staged.client(
                SnsClient.class,
                sns,
                "getTopicAttributes",
                Staged.after(() -> sns.deleteTopic(request -> request.topicArn(topic))));

        assertThat(read(new TopicReader(deleting), "topics-gone", NOTHING)).isEmpty();
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void whatCannotBeReadOfASubscriptionIsUnknownAndTold() {
        var topic = topic("sluice-shut-topics-refused");
        sns.subscribe(request -> request.topicArn(topic).protocol("sqs").endpoint(QUEUE));
        var refusing = Staged.client(SnsClient.class, sns, "getSubscriptionAttributes", Staged.refuses());

        var read = read(new TopicReader(refusing), "topics-refused", NOTHING);

        assertThat(read.getLast().at("redrive_policy").isOpen()).isTrue();
        assertThat(read.getLast().at("protocol")).isEqualTo(Value.text("sqs"));
        assertThat(unread.all())
                .extracting(told -> told.place().file() + " " + told.why())
                .containsExactly("aws_sns_topic_subscription.sluice-shut-topics-refused-sqs-sluice-letters-topics-all"
                        + " sns:GetSubscriptionAttributes: AccessDenied");
    }

    @Test
    void withoutAListOfSubscriptionsNothingCanBeSaid() {
        var refusing = Staged.client(SnsClient.class, sns, "listSubscriptions", Staged.refuses());

        assertThatThrownBy(() -> read(new TopicReader(refusing), "topics-unlisted", NOTHING))
                .isInstanceOf(Unavailable.class)
                .hasMessage("sns:ListSubscriptions: AccessDenied");
    }

    private String topic(String name) {
        return sns.createTopic(request -> request.name(name)).topicArn();
    }

    private List<Resource> read(TopicReader reader, String suffix, Tagged tagged) {
        return reader.read(Staged.scope(suffix), tagged, unread);
    }
}
