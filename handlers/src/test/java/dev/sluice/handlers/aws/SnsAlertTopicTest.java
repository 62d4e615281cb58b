package dev.sluice.handlers.aws;

import dev.sluice.handlers.port.AlertTopic;
import dev.sluice.handlers.port.AlertTopicContract;
import dev.sluice.handlers.port.TransactionTopicContract.Received;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

class SnsAlertTopicTest extends AlertTopicContract {

    private SubscribedTopic topic;

    @BeforeEach
    void create() {
        topic = SubscribedTopic.create(Emulator.clients());
    }

    @Override
    protected AlertTopic topic() {
        return new SnsAlertTopic(Emulator.clients().sns(), topic.arn());
    }

    @Override
    protected List<Received> received() {
        return topic.received();
    }
}
