package dev.sluice.integration.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** The pipeline that is killed and started again, round after round. */
final class Scene implements AutoCloseable {

    private static final int ANY_PORT = 0;

    /** The replay dies at most this long before or after the pipeline. */
    private static final Duration APART = Duration.ofMillis(300);

    private static final Duration LONGEST_IDLE = Duration.ofMinutes(5);

    private final Launcher launcher;
    private final Path folder;
    private final Consumer<String> out;
    private final OwnSender own;
    private final Progress progress;
    private final Duration startTakes;
    private Pipeline pipeline;
    private Access access;
    private int killedPipelines;
    private int killedStarts;
    private int killedReplays;

    /**
     * Starts the first one and waits until it is ready.
     *
     * @param seed decides what our own sender gives up and repeats
     */
    Scene(Launcher launcher, Path folder, long seed, Consumer<String> out) {
        this.launcher = launcher;
        this.folder = folder;
        this.out = out;
        this.progress = new Progress(folder);
        var began = System.nanoTime();
        this.pipeline = Pipeline.start(launcher, folder, ANY_PORT);
        this.access = pipeline.ready();
        this.startTakes = Duration.ofNanos(System.nanoTime() - began);
        this.own = new OwnSender(access, seed);
    }

    OwnSender own() {
        return own;
    }

    /** Where the running one is. */
    Access access() {
        return access;
    }

    /** Lets the replay run on to the round's row, kills who is to be killed, and starts the pipeline again. */
    void play(Round round, int rounds, Replay replay) {
        replay.keepGoing();
        awaitRow(round.row(), replay);
        if (!pipeline.isAlive()) {
            throw new CannotRun("the pipeline ended before anybody killed it");
        }
        round.later().ifPresentOrElse(Wait::that, this::killAtNextAcknowledgement);
        var rows = progress.rows();
        var acknowledged = own.acknowledgedSoFar();
        var told = switch (round.victims()) {
            case PIPELINE -> {
                killPipeline();
                start(samePort());
                yield "";
            }
            case PIPELINE_AND_REPLAY -> {
                var apart = killBoth(replay, round.chance());
                start(ANY_PORT);
                yield ", and the replay " + seconds(apart.abs()) + (apart.isNegative() ? " before it" : " after it");
            }
            case PIPELINE_TWICE -> {
                killPipeline();
                var later = part(startTakes, round.chance());
                killStart(later);
                start(samePort());
                yield ", and the next one " + seconds(later) + " into its start";
            }
        };
        out.accept(String.format(
                Locale.ROOT,
                "round %3d/%d  killed after %6d rows of the file and %5d of our own%s: the pipeline%s",
                round.number(),
                rounds,
                rows,
                acknowledged,
                round.later().isPresent() ? "" : ", as a 202 was read",
                told));
    }

    /** Waits until both senders get on: the replay up to that row, or its end, and our own at all. */
    private void awaitRow(long row, Replay replay) {
        var before = own.acknowledgedSoFar();
        var there = Wait.until(
                () -> own.acknowledgedSoFar() > before && (progress.rows() >= row || !replay.isAlive()), LONGEST_IDLE);
        if (!there) {
            throw new CannotRun("row " + row + " was not acknowledged within " + LONGEST_IDLE.toSeconds() + " s");
        }
    }

    private void killPipeline() {
        pipeline.kill();
        killedPipelines++;
    }

    private void killAtNextAcknowledgement() {
        var victim = pipeline;
        own.atNextAcknowledgement(victim::kill);
        if (!Wait.until(() -> !victim.isAlive(), LONGEST_IDLE)) {
            throw new CannotRun("none of our own was acknowledged within " + LONGEST_IDLE.toSeconds() + " s");
        }
    }

    private void killReplay(Replay replay) {
        replay.kill();
        killedReplays++;
    }

    /** Says how long after the pipeline the replay was killed; negative where it was before. */
    private Duration killBoth(Replay replay, double chance) {
        var apart = part(APART, 2 * chance - 1);
        if (apart.isNegative()) {
            killReplay(replay);
            Wait.that(apart.abs());
            killPipeline();
        } else {
            killPipeline();
            Wait.that(apart);
            killReplay(replay);
        }
        return apart;
    }

    private void killStart(Duration later) {
        var next = Pipeline.start(launcher, folder, samePort());
        Wait.that(later);
        next.kill();
        killedStarts++;
    }

    private void start(int port) {
        pipeline = Pipeline.start(launcher, folder, port);
        access = pipeline.ready();
        own.goTo(access);
    }

    private int samePort() {
        return access.url().getPort();
    }

    /** Stops it as its user would; its exit code. */
    int stop() {
        return pipeline.stop();
    }

    /** Makes sure that nothing outlives this run. */
    @Override
    public void close() {
        own.close();
        pipeline.kill();
    }

    /** What was killed so far. */
    Kills kills() {
        return new Kills(killedPipelines, killedStarts, killedReplays);
    }

    /** How many of whom. */
    record Kills(int pipelines, int starts, int replays) {

        @Override
        public String toString() {
            return pipelines + " kills of a running pipeline, " + starts + " of one that started, " + replays
                    + " of the replay";
        }
    }

    private static Duration part(Duration whole, double chance) {
        return Duration.ofNanos((long) (whole.toNanos() * chance));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }
}
