package dev.sluice.handlers.aws;

import dev.sluice.handlers.port.TransactionTopic;
import dev.sluice.handlers.port.TransactionTopicContract;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

class SnsTransactionTopicTest extends TransactionTopicContract {

    private SubscribedTopic topic;

    @BeforeEach
    void create() {
        topic = SubscribedTopic.create(Emulator.clients());
    }

    @Override
    protected TransactionTopic topic() {
        return new SnsTransactionTopic(Emulator.clients().sns(), topic.arn());
    }

    @Override
    protected List<Received> received() {
        return topic.received();
    }
}
