package dev.sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.enrichment.Fingerprint;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.simulation.fault.Kind;
import dev.sluice.simulation.law.Laws;
import dev.sluice.simulation.law.Run;
import dev.sluice.simulation.world.Content;
import dev.sluice.simulation.world.Item;
import dev.sluice.simulation.world.Parts;
import dev.sluice.simulation.world.Plan;
import dev.sluice.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * The pipeline from the outside: whoever sends, breaks, kills, waits and redrives in any order finds what a model of four
 * lines predicts: what is stored, what is a conflict, what somebody is told of.
 */
class PipelineModelProperties {

    private static final long MINUTE = 60_000;

    @Property(tries = 150)
    void thePipelineDoesWhatTheModelPredicts(@ForAll("chains") ActionChain<Pipeline> chain) {
        try (var pipeline = chain.run()) {
            pipeline.settlesAtLast();
        }
    }

    @Provide
    Arbitrary<ActionChain<Pipeline>> chains() {
        return ActionChain.startWith(Pipeline::new)
                .withAction(6, new Submit())
                .withAction(3, new Again())
                .withAction(2, new Fault())
                .withAction(1, new Outage())
                .withAction(1, new Crash())
                .withAction(1, new Redeliver())
                .withAction(2, new Wait())
                .withAction(1, new Redrive())
                .withMaxTransformations(14);
    }

    /** The world, and beside it what should come of it. */
    static final class Pipeline implements AutoCloseable {

        private final World world = new World(Plan.quiet(1), Parts.REAL, fault -> true, true);
        private final List<Content> sent = new ArrayList<>();
        /** What is known to be stored: the first of its identity that was in the file before another was sent. */
        private final Map<Identity, Content> stored = new HashMap<>();

        private final Map<Identity, Set<Content>> accepted = new HashMap<>();
        private int steps;

        Pipeline() {
            world.settle(10);
        }

        private String name(String what) {
            return what + "-" + ++steps;
        }

        private void submit(Content content) {
            sent.add(content);
            var before = world.journal().tries().size();
            world.add(new Item.Submits(name("send"), 0, content, 3, 11_000));
            world.settle(MINUTE);
            var identity = content.identity();
            var isAccepted = world.journal().tries().stream().skip(before).anyMatch(one -> one.isAccepted());
            if (isAccepted && content.transaction().isPresent()) {
                accepted.computeIfAbsent(identity, id -> new LinkedHashSet<>()).add(content);
                if (sent.stream()
                                .filter(other -> other.identity().equals(identity))
                                .allMatch(content::equals)
                        && isInTheFile(content)) {
                    stored.putIfAbsent(identity, content);
                }
            }
            assertThat(isAccepted && content.transaction().isEmpty())
                    .as("nothing is accepted that is no transaction")
                    .isFalse();
        }

        /** What was accepted may still lie in a queue, and what is sent meanwhile overtake it. */
        private boolean isInTheFile(Content content) {
            return Run.of(world, false).state().contentOf(content.identity()).equals(content.transaction());
        }

        private boolean hasSent() {
            return !sent.isEmpty();
        }

        void settlesAtLast() {
            world.settle();
            world.redriveAll();
            var run = Run.of(world, true);
            for (var law : Laws.ALL) {
                assertThat(law.broken(run))
                        .as(
                                "%s%n%s",
                                law.sentence(), String.join("\n", world.trace().lines()))
                        .isEmpty();
            }
            stored.forEach((identity, content) -> assertThat(run.state().contentOf(identity))
                    .as("what is stored as %s", identity)
                    .contains(content.transaction().orElseThrow()));
            accepted.forEach((identity, contents) -> {
                assertThat(run.state().contentOf(identity))
                        .as("%s is stored", identity)
                        .isPresent();
                var conflicts = contents.stream()
                        .flatMap(content -> content.transaction().stream())
                        .filter(transaction -> !run.state()
                                .contentOf(identity)
                                .filter(transaction::equals)
                                .isPresent())
                        .toList();
                assertThat(run.state().conflictsOf(identity))
                        .as("conflicts on %s", identity)
                        .containsAll(conflicts.stream().map(Fingerprint::of).toList());
                conflicts.forEach(conflict -> assertThat(run.state().alertsOf(identity))
                        .as("alerts of %s", identity)
                        .contains("conflict"));
            });
        }

        @Override
        public void close() {
            world.close();
        }
    }

    /** An action that changes the pipeline in place. */
    private static Transformer<Pipeline> doing(String what, Consumer<Pipeline> act) {
        return Transformer.mutate(what, act);
    }

    private static final class Submit implements Action.Independent<Pipeline> {
        @Override
        public Arbitrary<Transformer<Pipeline>> transformer() {
            return Combinators.combine(
                            Arbitraries.of("default", "shop"),
                            Arbitraries.of("t-1", "t-2", "t-3"),
                            Arbitraries.integers().between(1, 12))
                    .as((source, id, number) -> doing(
                            "submit " + source + "/" + id + " as " + number,
                            pipeline -> pipeline.submit(Plan.content(source, id, number))));
        }
    }

    private static final class Again implements Action.Dependent<Pipeline> {
        @Override
        public boolean precondition(Pipeline pipeline) {
            return pipeline.hasSent();
        }

        @Override
        public Arbitrary<Transformer<Pipeline>> transformer(Pipeline pipeline) {
            return Arbitraries.integers()
                    .between(0, pipeline.sent.size() - 1)
                    .map(n -> doing("submit number " + n + " again", p -> p.submit(p.sent.get(n))));
        }
    }

    private static final class Fault implements Action.Independent<Pipeline> {
        @Override
        public Arbitrary<Transformer<Pipeline>> transformer() {
            return Combinators.combine(
                            Arbitraries.of(
                                    "topic.publish",
                                    "store.store",
                                    "history.of",
                                    "assessments.write",
                                    "assessments.notified",
                                    "queue.send",
                                    "ledger.claim",
                                    "alerts.publish",
                                    "ledger.published",
                                    "file.write"),
                            Arbitraries.of(
                                    Kind.FAILS_BEFORE,
                                    Kind.FAILS_AFTER,
                                    Kind.HANGS,
                                    Kind.DIES_BEFORE,
                                    Kind.DIES_AFTER,
                                    Kind.COMES_LATE))
                    .as((call, kind) -> doing(
                            "the next " + call + " " + kind,
                            p -> p.world.faults().force(call, kind)));
        }
    }

    private static final class Outage implements Action.Independent<Pipeline> {
        @Override
        public Arbitrary<Transformer<Pipeline>> transformer() {
            return Combinators.combine(
                            Arbitraries.of("topic", "store", "history", "assessments", "queue", "alerts", "ledger"),
                            Arbitraries.longs().between(1, 90))
                    .as((port, minutes) -> doing(
                            port + " is down for " + minutes + " min",
                            p -> p.world.add(new Item.GoesDown(p.name("down"), 0, port, minutes * MINUTE))));
        }
    }

    private static final class Crash implements Action.Independent<Pipeline> {
        @Override
        public Arbitrary<Transformer<Pipeline>> transformer() {
            return Arbitraries.just(doing("the process is killed", p -> {
                p.world.add(new Item.Kills(p.name("kill"), 0));
                p.world.settle(10);
            }));
        }
    }

    private static final class Redeliver implements Action.Independent<Pipeline> {
        @Override
        public Arbitrary<Transformer<Pipeline>> transformer() {
            return Arbitraries.just(doing(
                    "what is handed over next is handed over twice",
                    p -> p.world.faults().force("invocation", Kind.IS_REPEATED)));
        }
    }

    private static final class Wait implements Action.Independent<Pipeline> {
        @Override
        public Arbitrary<Transformer<Pipeline>> transformer() {
            return Arbitraries.longs()
                    .between(1, 240)
                    .map(minutes -> doing(minutes + " min pass", p -> p.world.settle(minutes * MINUTE)));
        }
    }

    private static final class Redrive implements Action.Independent<Pipeline> {
        @Override
        public Arbitrary<Transformer<Pipeline>> transformer() {
            return Arbitraries.just(doing(
                    "an operator redrives all dead letters",
                    p -> p.world.add(new Item.Redrives(p.name("redrive"), 0))));
        }
    }
}
