package dev.sluice.simulation.world;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import dev.sluice.simulation.fault.Faults;
import dev.sluice.simulation.fault.Kind;
import dev.sluice.simulation.fault.Outage;
import dev.sluice.simulation.schedule.Draws;
import dev.sluice.simulation.schedule.Life;
import dev.sluice.simulation.schedule.Scheduler;
import dev.sluice.simulation.schedule.Trace;
import dev.sluice.simulation.schedule.VirtualClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that is in one run: time, the machine with its file, who sends, who goes wrong. */
public final class World implements AutoCloseable {

    /** What the reasons of a failure that nothing heals begin with. */
    public static final String POISON = "poison";

    private static final long MOST_TURNS = 400_000;

    /** More than all clocks are set back together. */
    private static final long LONGEST_CLAIM = 8 * 3_600_000L;

    private final Plan plan;
    private final Parts parts;
    private final Draws draws;
    private final Scheduler scheduler = new Scheduler(MOST_TURNS);
    private final Life life = new Life("world");
    private final VirtualClock clock;
    private final Trace trace;
    private final Faults faults;
    private final Journal journal = new Journal(scheduler);
    private final Database file = SpareFiles.take();
    private final Watched watched;
    private final Map<String, Integer> names = new HashMap<>();
    private @Nullable Machine machine;
    private int deaths;

    /**
     * One in which nothing has happened yet.
     *
     * @param allowed which faults may happen, by their names
     * @param traced whether to keep a line of everything that happens
     */
    public World(Plan plan, Parts parts, Predicate<String> allowed, boolean traced) {
        this.plan = plan;
        this.parts = parts;
        this.draws = new Draws(plan.seed());
        this.clock = new VirtualClock(scheduler, plan.start());
        this.trace = new Trace(scheduler, traced);
        this.faults = new Faults(draws, plan.rates(), allowed, scheduler, trace);
        this.watched = new Watched(journal, scheduler, file, unreadable());
        parts.file(file);
        scheduler.spawn("start", life, 0, this::start);
        for (var item : plan.items()) {
            scheduler.spawn(item.name(), life, item.at(), () -> happens(item));
        }
        scheduler.spawn("healer", life, plan.healedAt(), () -> {
            trace.note("*", () -> "everything is healed");
            faults.heal();
        });
    }

    /** Lets everything happen until nothing is due any more. */
    public void settle() {
        scheduler.run();
    }

    /** Lets things happen for so many milliseconds. */
    public void settle(long millis) {
        scheduler.runUntil(scheduler.now() + millis);
    }

    /** Lets one more thing happen, beginning now. */
    public void add(Item item) {
        scheduler.spawn(item.name(), life, 0, () -> happens(item));
    }

    /**
     * Redrives all dead letters, and once more long after: an alert that was claimed before the clock was set back stays
     * claimed until the clock has come to there again.
     */
    public void redriveAll() {
        new Operator(this, "operator").begin();
        scheduler.run();
        scheduler.spawn("operator", life, LONGEST_CLAIM, () -> new Operator(this, "operator again").begin());
        scheduler.run();
    }

    private void start() {
        while (true) {
            try {
                var born = new Life("machine-" + deaths);
                born(born);
                return;
            } catch (Unavailable e) {
                trace.note("*", () -> "the machine does not start: " + e.getMessage());
                scheduler.rest(1_000);
            }
        }
    }

    private void born(Life born) {
        machine = null;
        machine = new Machine(this, born);
        trace.note("*", () -> "the machine starts");
    }

    /** It is gone; a new one starts after a while. */
    void dies(Machine dead) {
        deaths++;
        trace.note("*", () -> "the machine dies");
        scheduler.end(dead.life());
        file.crash();
        machine = null;
        var draw = draws.at("death " + deaths);
        scheduler.spawn(
                "start", life, draw.chance(0.7) ? draw.between(50, 3_000) : draw.between(3_000, 900_000), this::start);
    }

    private void happens(Item item) {
        if (!(item instanceof Item.Submits)) {
            trace.note(item.name(), item::toString);
        }
        switch (item) {
            case Item.Submits submits -> new Sender(this, submits).run();
            case Item.PoisonsTopic ignored -> poisonTopic();
            case Item.PoisonsQueue ignored -> poisonQueue();
            case Item.BreaksHistory ignored -> {
                // It was broken from the beginning.
            }
            case Item.GoesDown down ->
                faults.add(new Outage(down.port(), scheduler.now(), scheduler.now() + down.millis()));
            case Item.Kills ignored -> {
                if (machine != null) {
                    faults.count(Kind.IS_KILLED, "process");
                    machine.die();
                }
            }
            case Item.StepsClock steps -> {
                faults.count(Kind.CLOCK_STEPS, "clock");
                journal.clockSteps();
                clock.step(steps.millis());
                wake();
            }
            case Item.Redrives redrives -> new Operator(this, redrives.name()).begin();
        }
    }

    private void poisonTopic() {
        var now = clock.instant();
        file.write(session -> {
            session.change(
                    "INSERT INTO topic_messages (topic, body, attributes, published_at_ms) VALUES (?, ?, '{}', ?)",
                    "transactions",
                    POISON,
                    now);
            return session.change("""
                    INSERT INTO deliveries (message, function, attempts, due_at_ms)
                    VALUES (last_insert_rowid(), 'processor', 0, ?)""", now);
        });
        wake();
    }

    private void poisonQueue() {
        var now = clock.instant();
        file.write(session -> session.change("""
                INSERT INTO queue_messages (queue, body, sent_at_ms, visible_at_ms, receives, in_flight)
                VALUES ('notifications', ?, ?, ?, 0, 0)""", POISON, now, now));
        wake();
    }

    /** Whoever steps the engine looks at the file at once. */
    void wake() {
        if (machine != null) {
            machine.wake();
        }
    }

    /** An acceptance must not be said before what it accepts is in the file. */
    void checkAcknowledged(Try accepted) {
        var identity = accepted.content().identity();
        var found = file.read(session -> session.row(
                """
                SELECT 1 FROM transactions WHERE source = ? AND id = ?
                UNION ALL SELECT 1 FROM topic_messages WHERE instr(body, ?) > 0
                UNION ALL SELECT 1 FROM dead_letters WHERE instr(payload, ?) > 0""",
                row -> row.getInt(1),
                identity.source(),
                identity.id(),
                accepted.correlationId(),
                accepted.correlationId()));
        if (found.isEmpty()) {
            journal.breaks(accepted + " was accepted and is nowhere in the file");
        }
    }

    private Set<Identity> unreadable() {
        return plan.items().stream()
                .flatMap(item -> item instanceof Item.BreaksHistory broken
                        ? Optional.of(broken.identity()).stream()
                        : Optional.<Identity>empty().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Plan plan() {
        return plan;
    }

    public Journal journal() {
        return journal;
    }

    public Faults faults() {
        return faults;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public Trace trace() {
        return trace;
    }

    /** The file, as whoever looks into it from outside finds it. */
    public Database file() {
        return file;
    }

    /** How often the process died. */
    public int deaths() {
        return deaths;
    }

    Parts parts() {
        return parts;
    }

    Draws draws() {
        return draws;
    }

    VirtualClock clock() {
        return clock;
    }

    Watched watched() {
        return watched;
    }

    Map<String, Integer> names() {
        return names;
    }

    SourceSecrets secrets() {
        return source -> SignedRequest.SECRETS;
    }

    Optional<Machine> machine() {
        return Optional.ofNullable(machine);
    }

    Instant now() {
        return clock.instant();
    }

    /** Ends all that is in it. */
    @Override
    public void close() {
        if (machine != null) {
            scheduler.end(machine.life());
        }
        scheduler.end(life);
        scheduler.run();
        SpareFiles.giveBack(file);
    }
}
