package dev.sluice.simulation.world;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.local.delivery.Outcome;
import dev.sluice.simulation.schedule.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one thing, and again after anything but an acceptance or a refusal. */
final class Sender implements Runnable {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);
    private static final long LONGEST_WAIT = 1_200_000;

    private final World world;
    private final Item.Submits item;
    private @Nullable Try waitsFor;

    Sender(World world, Item.Submits item) {
        this.world = world;
        this.item = item;
    }

    @Override
    public void run() {
        for (var n = 1; n <= item.tries(); n++) {
            var correlationId = item.name() + "." + n;
            var sent = world.journal().sends(item, correlationId);
            send(sent, correlationId);
            world.trace().note(item.name(), () -> "is answered " + (sent.status() == 0 ? "nothing" : sent.status()));
            if (sent.isAccepted()) {
                world.checkAcknowledged(sent);
                return;
            }
            if (sent.status() >= 400 && sent.status() < 500 && sent.status() != 401) {
                return;
            }
            var draw = world.draws().at("again " + correlationId);
            world.scheduler().rest(draw.between(100, Math.min(LONGEST_WAIT, 1_000L << Math.min(n, 20))));
        }
    }

    private void send(Try sent, String correlationId) {
        var machine = world.machine();
        if (machine.isEmpty()) {
            world.trace().note(item.name(), () -> "finds nobody");
            return;
        }
        world.trace().note(item.name(), () -> item + " as " + correlationId);
        var event =
                SignedRequest.event(item.content(), correlationId, world.clock().instant());
        Actor me = world.scheduler().current();
        world.scheduler().spawn(correlationId, machine.get().life(), 0, () -> {
            var outcome = machine.get().request(event, correlationId);
            answer(sent, outcome);
            if (waitsFor == sent) {
                world.scheduler().wake(me);
            }
        });
        waitsFor = sent;
        world.scheduler().rest(item.patience());
        waitsFor = null;
    }

    private static void answer(Try sent, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> {
                var answer = Fields.parse(READER, done.answer());
                var status = (int) answer.integer("statusCode");
                sent.answered(
                        status,
                        status == 202
                                ? Optional.of(Fields.parse(READER, answer.text("body"))
                                        .instant("receivedAt"))
                                : Optional.empty());
            }
            case Outcome.Failed ignored -> sent.answered(502, Optional.empty());
        }
    }
}
