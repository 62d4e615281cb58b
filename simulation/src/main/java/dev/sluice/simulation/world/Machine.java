package dev.sluice.simulation.world;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.enriching.Enricher;
import dev.sluice.handlers.intake.CachedSecrets;
import dev.sluice.handlers.intake.Validator;
import dev.sluice.handlers.notifying.Notifier;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.processing.Processor;
import dev.sluice.handlers.telemetry.Telemetry;
import dev.sluice.local.delivery.Engine;
import dev.sluice.local.delivery.FirstAttempts;
import dev.sluice.local.delivery.Handover;
import dev.sluice.local.delivery.Invocation;
import dev.sluice.local.delivery.Outcome;
import dev.sluice.local.delivery.SqliteTransactionTopic;
import dev.sluice.local.delivery.TopicMessage;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteAccountHistory;
import dev.sluice.local.sqlite.SqliteAlertLedger;
import dev.sluice.local.sqlite.SqliteAlertTopic;
import dev.sluice.local.sqlite.SqliteAssessments;
import dev.sluice.local.sqlite.SqliteNotificationQueue;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import dev.sluice.simulation.fault.Calls;
import dev.sluice.simulation.fault.FaultyPorts;
import dev.sluice.simulation.fault.FaultyReader;
import dev.sluice.simulation.fault.FaultyWriter;
import dev.sluice.simulation.fault.Mortal;
import dev.sluice.simulation.schedule.Actor;
import dev.sluice.simulation.schedule.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** One process on the machine, from its start to its death: the pipeline as it is put together to be used. */
final class Machine implements Mortal {

    /** How long the engine waits after the file did not take a write. */
    private static final long AFTER_FAILURE = 1_000;

    /** How long the engine sleeps at most while something runs. */
    private static final long LONGEST_SLEEP = 10_000;

    /** How long a publisher waits for the first attempts of its message. */
    private static final long LONGEST_WAIT = 2_000;

    /** With so few entries in a window accounts get aggregates: where simulated accounts get to. */
    private static final int FEW_ENTRIES = 2;

    private final World world;
    private final Life life;
    private final Invocation validator;
    private final Engine engine;
    private final Actor stepper;
    private boolean signalled;
    private boolean sleeping;

    /**
     * Starts it.
     *
     * @throws Unavailable when the file cannot be taken over now
     */
    Machine(World world, Life life) {
        this.world = world;
        this.life = life;
        var calls = new Calls(this, world.faults(), world.draws(), world.scheduler(), world.trace());
        var database = Database.by(new FaultyWriter(world.file(), calls), new FaultyReader(world.file(), calls));
        var site = new Parts.Site(database, world.scheduler(), life);
        var ports = new FaultyPorts(calls);
        var parts = world.parts();
        var watched = world.watched();
        var clock = world.clock();
        var telemetry = new Telemetry(line -> {});

        var notifications = ports.queue(
                parts.queue(new SqliteNotificationQueue(database, Pipeline.NOTIFICATIONS_QUEUE.name(), clock), site));
        var assessments = ports.assessments(parts.assessments(new SqliteAssessments(database), site));
        var delivered = List.of(
                invocation(
                        Pipeline.PROCESSOR,
                        new Processor(
                                ports.store(parts.store(
                                        new SqliteTransactionStore(
                                                database,
                                                Pipeline.BLUEPRINT.readersOf(Pipeline.TRANSACTIONS_TABLE),
                                                Optional.of(Pipeline.NOTIFICATIONS_QUEUE.name())),
                                        site)),
                                notifications,
                                clock,
                                telemetry),
                        calls),
                invocation(
                        Pipeline.ENRICHER,
                        new Enricher(
                                ports.history(watched.history(
                                        parts.history(new SqliteAccountHistory(database, FEW_ENTRIES), site))),
                                assessments,
                                notifications,
                                world.plan().policy(),
                                clock,
                                telemetry),
                        calls),
                invocation(
                        Pipeline.NOTIFIER,
                        new Notifier(
                                ports.alerts(watched.alerts(parts.alerts(new SqliteAlertTopic(database, clock), site))),
                                ports.ledger(watched.ledger(parts.ledger(new SqliteAlertLedger(database), site))),
                                assessments,
                                clock,
                                telemetry),
                        calls));
        this.engine = new Engine(database, delivered, executor(), clock);
        var topic = ports.topic(parts.topic(
                new SqliteTransactionTopic(
                        database, Pipeline.BLUEPRINT, Pipeline.TRANSACTIONS_TOPIC, clock, handover(world.plan())),
                site));
        this.validator = new Invocation(
                Pipeline.VALIDATOR,
                parts.function(
                        Pipeline.VALIDATOR,
                        new Validator(
                                Plan.SOURCES,
                                new CachedSecrets(ports.secrets(world.secrets()), clock),
                                topic,
                                clock,
                                telemetry)),
                clock);
        this.stepper = world.scheduler().spawn("engine", life, 0, this::step);
    }

    private Invocation invocation(Function function, RequestStreamHandler real, Calls calls) {
        var doorway = new Doorway(
                function,
                world.parts().function(function, real),
                world.names(),
                calls,
                world.faults(),
                world.draws(),
                world.scheduler(),
                this,
                world.trace());
        return new Invocation(function, doorway, world.clock());
    }

    private Executor executor() {
        return attempt -> {
            world.scheduler().spawn("attempt", life, 0, () -> {
                attempt.run();
                // It may have left something due: a new transaction, a notification, the rest of its shard.
                wake();
            });
        };
    }

    private Handover handover(Plan plan) {
        return new Handover() {
            @Override
            public Optional<FirstAttempts> begin(TopicMessage message, List<String> functions, Instant now) {
                return plan.handsOver() ? engine.begin(message, functions, now) : Optional.empty();
            }

            @Override
            public void await(FirstAttempts attempts) {
                publisherWaits(attempts);
            }

            @Override
            public void leftDue() {
                wake();
            }
        };
    }

    /** As on real time: until they are over, and not for ever. */
    private void publisherWaits(FirstAttempts attempts) {
        var publisher = world.scheduler().current();
        var waits = new AtomicBoolean(true);
        attempts.over().thenRun(() -> {
            if (waits.get()) {
                world.scheduler().wake(publisher);
            }
        });
        if (!attempts.areOver()) {
            world.scheduler().rest(LONGEST_WAIT);
        }
        waits.set(false);
    }

    /** As on real time, but for who sleeps. */
    private void step() {
        while (true) {
            try {
                var now = world.clock().instant();
                if (engine.step(now) > 0) {
                    world.scheduler().rest(0);
                } else {
                    sleep(engine.nextDue());
                }
            } catch (Unavailable e) {
                world.scheduler().rest(AFTER_FAILURE);
            }
        }
    }

    /** Until that moment by the machine's clock, or until somebody wakes it, who may have done so already. */
    private void sleep(Optional<Instant> due) {
        if (!signalled) {
            sleeping = true;
            if (due.isPresent()) {
                var wait = Duration.between(world.clock().instant(), due.get()).toMillis();
                // What was handed over meanwhile may have to be given up on before that.
                world.scheduler().rest(1 + (engine.inFlight() > 0 ? Math.min(wait, LONGEST_SLEEP) : wait));
            } else {
                world.scheduler().sleep();
            }
            sleeping = false;
        }
        signalled = false;
    }

    /** Calls the function that takes requests, the way its runtime does. */
    Outcome request(byte[] event, String requestId) {
        return validator.call(event, requestId);
    }

    @Override
    public Life life() {
        return life;
    }

    @Override
    public void die() {
        world.dies(this);
    }

    @Override
    public void wake() {
        signalled = true;
        if (sleeping) {
            world.scheduler().wake(stepper);
        }
    }
}
