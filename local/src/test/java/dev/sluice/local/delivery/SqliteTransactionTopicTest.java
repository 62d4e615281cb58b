package dev.sluice.local.delivery;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.MessageAttributes.Attribute;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.TransactionTopic;
import dev.sluice.handlers.port.TransactionTopicContract;
import dev.sluice.local.sqlite.Database;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class SqliteTransactionTopicTest extends TransactionTopicContract {

    private final Database database = Database.inMemory();
    private final InstantSource clock = InstantSource.fixed(Samples.RECEIVED);

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected TransactionTopic topic() {
        return new SqliteTransactionTopic(
                database, Pipeline.BLUEPRINT, Pipeline.TRANSACTIONS_TOPIC, clock, Handover.NONE);
    }

    @Override
    protected List<Received> received() {
        var received = new ArrayList<Received>();
        var subscriber =
                new Invocation(Pipeline.PROCESSOR, (in, out, context) -> received.add(read(in.readAllBytes())), clock);
        var engine = new Engine(database, List.of(subscriber), Runnable::run, clock);
        while (engine.step(clock.instant()) > 0) {
            // Until nothing is due.
        }
        return received;
    }

    private static Received read(byte[] event) {
        var records = Fields.parse(JsonDocument.within(JsonBounds.EVENT), event).listing("Records");
        var sns = new Fields((Written.Group) records.items().getFirst()).object("Sns");
        var attributes = new LinkedHashMap<String, Attribute>();
        for (var name : sns.object("MessageAttributes").group().members().keySet()) {
            var attribute = sns.object("MessageAttributes").object(name);
            attributes.put(name, new Attribute(attribute.text("Type"), attribute.text("Value")));
        }
        return new Received(sns.text("Message"), attributes);
    }
}
