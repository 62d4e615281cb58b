package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.authorize.Published;
import dev.sluice.integration.sandbox.authorize.RoleNotTaken;
import dev.sluice.integration.sandbox.deployed.Arn;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.EventSource;
import dev.sluice.integration.sandbox.host.Functions;
import dev.sluice.integration.sandbox.journal.Journal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What connects the deployed functions: the topics' subscriptions, and the queues and streams that are read for them, as the
 * deployment has them.
 *
 * <p>Where AWS waits before it tries again, nothing waits here; the journal says how long it would have been.
 */
public final class Deliveries implements AutoCloseable {

    /** How long it may go unnoticed that the functions have become idle. */
    private static final Duration STEP = Duration.ofMillis(25);

    private final Stage stage;
    private final TopicDelivery topics;
    private final ScheduleDelivery schedules;
    private final Activity activity = new Activity();
    private final ExecutorService delivering =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("topics").factory());
    private final Map<Reader, Pump> pumps = new ConcurrentHashMap<>();
    private final Map<Reader, Map<String, ShardPosition>> positions = new HashMap<>();
    private volatile Deployment deployment;
    private boolean started;

    /** Who reads what: while both stay, so does the position in a stream. */
    private record Reader(String from, String function) {}

    private Deliveries(Deployment deployment, Stage stage, Supplier<Judge> judge) {
        this.deployment = deployment;
        this.stage = stage;
        this.topics = new TopicDelivery(judge, stage);
        this.schedules = new ScheduleDelivery(judge, stage);
    }

    /**
     * Connects what is deployed; nothing is read before {@link #start()}.
     *
     * @param endpoint who stands for AWS
     * @param credentials what a function's role signs with: sources are read with its rights
     * @param operator whoever may do everything
     * @param judge whom a topic's rights are asked of
     */
    public static Deliveries open(
            Deployment deployment,
            URI endpoint,
            Function<DeployedFunction, Credentials> credentials,
            Credentials operator,
            Supplier<Judge> judge,
            Functions functions,
            Journal journal) {
        var connections = new Connections(endpoint, deployment.region());
        var stage = new Stage(
                connections,
                credentials,
                connections.queues(operator),
                functions,
                new Notes(journal, InstantSource.system()));
        return new Deliveries(deployment, stage, judge);
    }

    /** From now on sources are read. */
    public synchronized void start() {
        started = true;
        connect();
    }

    /** From now on this is what is deployed. A stream that is read for the same function is read on from where it was. */
    public synchronized void deploy(Deployment changed) {
        deployment = changed;
        if (started) {
            connect();
        }
        activity.happens();
    }

    /** A topic has taken a message. */
    public void published(Published message) {
        activity.waits();
        delivering.execute(() -> {
            try {
                topics.deliver(message, deployment);
            } finally {
                activity.isDone();
            }
        });
    }

    /** It is time for a rule with a schedule: nobody waits for the hour here. */
    public void goOff(String rule) {
        schedules.goOff(rule, deployment);
        activity.happens();
    }

    private void connect() {
        var sources = deployment.sources().stream()
                .collect(Collectors.toMap(source -> new Reader(source.from(), source.function()), source -> source));
        leave(sources.keySet());
        sources.forEach((reader, source) -> {
            var read = source(reader, source);
            var pump = pumps.get(reader);
            if (pump == null) {
                var made = new Pump(read, activity, stage.functions(), stage.notes());
                pumps.put(reader, made);
                made.start();
            } else {
                pump.exchange(read);
            }
        });
    }

    private void leave(Set<Reader> kept) {
        pumps.entrySet().removeIf(entry -> {
            if (kept.contains(entry.getKey())) {
                return false;
            }
            entry.getValue().close();
            positions.remove(entry.getKey());
            return true;
        });
    }

    private Source source(Reader reader, EventSource source) {
        var from = source.isStream() ? Arn.table(source.from()) : Arn.name(source.from());
        var function = deployment.function(source.function());
        if (!source.enabled() || function.isEmpty()) {
            var why = source.enabled() ? "there is no such function" : "the event source mapping is disabled";
            return new Unread(from, Arn.function(source.function()), why, stage.notes());
        }
        try {
            return source.isStream()
                    ? new StreamSource(
                            source,
                            function.get(),
                            stage,
                            positions.computeIfAbsent(reader, ignored -> new ConcurrentHashMap<>()))
                    : new QueueSource(source, function.get(), stage);
        } catch (RoleNotTaken e) {
            return new Unread(from, function.get().name(), e.getMessage(), stage.notes());
        }
    }

    /**
     * Whether nothing is under way: nothing waits, nothing is tried again, no function is at work, and the last look at every
     * source found nothing and began after the last thing that happened.
     */
    public boolean isIdle() {
        var count = activity.count();
        return !activity.isWaiting()
                && stage.functions().isIdle()
                && pumps.values().stream().allMatch(Pump::isQuiet)
                && activity.count() == count;
    }

    /** Somebody else may have put something somewhere: every source is looked at once more before anything is idle. */
    public void look() {
        activity.happens();
    }

    /**
     * Waits until nothing is under way, every source having been looked at once more.
     *
     * @return false where patience ended first
     */
    public boolean settle(Duration patience) {
        activity.happens();
        try {
            return activity.await(this::isIdle, patience, STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void close() {
        pumps.values().forEach(Pump::close);
        pumps.clear();
        activity.happens();
        delivering.close();
        stage.connections().close();
    }
}
