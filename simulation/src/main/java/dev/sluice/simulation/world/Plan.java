package dev.sluice.simulation.world;

import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.intake.Source;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.simulation.fault.FaultyPorts;
import dev.sluice.simulation.fault.Rates;
import dev.sluice.simulation.schedule.Draw;
import dev.sluice.simulation.schedule.Draws;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to happen in a run: all that its seed decides before it begins.
 *
 * @param handsOver whether what is published is handed over in memory, or found in the file
 * @param policy what risk is
 * @param start what the machine's clock says when the run begins
 * @param healedAt when nothing goes wrong by itself any more, in milliseconds since the run began
 */
public record Plan(
        long seed, Rates rates, boolean handsOver, RiskPolicy policy, Instant start, long healedAt, List<Item> items) {

    /** Who sends; their zones differ, so that their days do. */
    public static final Sources SOURCES = read("""
            {"default": {"zone": "Europe/London"}, "shop": {"zone": "Asia/Tokyo"}}""");

    /** Around it are the end of a month, a weekend, and in London the beginning of summer time. */
    private static final Instant EPOCH = Instant.parse("2026-03-27T22:00:00Z");

    /** From one that flags nearly everything to the one that comes with the program. */
    private static final List<RiskPolicy> POLICIES = List.of(
            RiskPolicy.standard().with("flag_at", BigDecimal.ONE),
            RiskPolicy.standard().with("flag_at", BigDecimal.valueOf(20)),
            RiskPolicy.standard());

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    public Plan {
        items = List.copyOf(items);
    }

    /** The same with fewer things in it. */
    public Plan with(List<Item> fewer) {
        return new Plan(seed, rates, handsOver, policy, start, healedAt, fewer);
    }

    /** One in which nothing happens by itself. */
    public static Plan quiet(long seed) {
        return new Plan(seed, Rates.NONE, true, POLICIES.getFirst(), EPOCH, 0, List.of());
    }

    /** What a sender of that source writes under that id; the number picks one of a few contents. */
    public static Content content(String source, String id, int number) {
        return Contents.drawn(
                source(source), id, List.of("t-1", "t-2", "t-3"), EPOCH, new Draws(number).at("content " + id));
    }

    /** All that this seed decides. */
    public static Plan of(long seed) {
        var draws = new Draws(seed);
        var draw = draws.at("plan");
        var rates = Rates.drawn(draws.at("rates"));
        var calm = rates.byKind().isEmpty() && draw.chance(0.5);
        var length = draw.of(List.of(10_000L, 2 * MINUTE, 20 * MINUTE, 3 * HOUR, 14 * HOUR));
        var start = EPOCH.plusMillis(draw.between(0, 72) * HOUR + draw.between(0, 3) * 1_234_567);
        var items = new ArrayList<Item>();
        items.addAll(submissions(draws, draw, start, length));
        if (draw.chance(0.15)) {
            items.add(new Item.PoisonsTopic("poison-topic", draw.between(0, length)));
        }
        if (draw.chance(0.15)) {
            items.add(new Item.PoisonsQueue("poison-queue", draw.between(0, length)));
        }
        if (draw.chance(0.1)) {
            items.add(new Item.BreaksHistory("broken-history", new Identity("default", "t-1")));
        }
        if (!calm) {
            items.addAll(mishaps(draw, length));
        }
        return new Plan(
                seed,
                rates,
                draw.chance(0.7),
                POLICIES.get(draw.below(POLICIES.size())),
                start,
                length + draw.between(0, 2 * HOUR),
                items);
    }

    private static List<Item> submissions(Draws draws, Draw draw, Instant start, long length) {
        var items = new ArrayList<Item>();
        var ids = List.of("t-1", "t-2", "t-3", "t-4", "t-5", "t-6").subList(0, 2 + draw.below(5));
        var sources = draw.chance(0.5) ? List.of("default") : List.of("default", "default", "shop");
        // A crowd is so many that the shards of the stream hold more than one.
        var isCrowd = draw.chance(0.06);
        var count = isCrowd ? 30 + draw.below(40) : 1 + draw.below(draw.chance(0.2) ? 20 : 9);
        for (var i = 1; i <= count; i++) {
            var name = "s" + i;
            var own = draws.at("submission " + name);
            var source = source(own.of(sources));
            // Earlier ones are sent again, as they were or with other content.
            var earlier =
                    items.isEmpty() || own.chance(0.6) ? List.<Item>of() : List.of(items.get(own.below(items.size())));
            var content = earlier.isEmpty()
                    ? Contents.drawn(source, own.chance(0.5) ? name : own.of(ids), ids, start, own)
                    : again((Item.Submits) earlier.getFirst(), ids, start, own);
            var at = own.chance(isCrowd ? 0.95 : 0.4) && !items.isEmpty()
                    ? items.getLast().at() + own.between(0, 30)
                    : own.between(0, length);
            items.add(new Item.Submits(
                    name, at, content, own.chance(0.85) ? 40 : 1 + own.below(3), own.chance(0.8) ? 12_000 : 2_000));
        }
        return items;
    }

    private static Content again(Item.Submits earlier, List<String> ids, Instant start, Draw draw) {
        var identity = earlier.content().identity();
        return draw.chance(0.6)
                ? earlier.content()
                : Contents.drawn(source(identity.source()), identity.id(), ids, start, draw);
    }

    private static List<Item> mishaps(Draw draw, long length) {
        var items = new ArrayList<Item>();
        for (var i = draw.chance(0.5) ? draw.below(3) : 0; i > 0; i--) {
            var port = draw.of(FaultyPorts.NAMES);
            // Without its file the machine does nothing but try: that is not worth hours.
            var millis =
                    port.equals("file") ? 2 * MINUTE : draw.of(List.of(20_000L, 5 * MINUTE, 40 * MINUTE, 6 * HOUR));
            items.add(new Item.GoesDown("down-" + i, draw.between(0, length), port, draw.between(millis / 2, millis)));
        }
        for (var i = draw.chance(0.4) ? draw.below(4) : 0; i > 0; i--) {
            items.add(new Item.Kills("kill-" + i, draw.between(0, length)));
        }
        for (var i = draw.chance(0.25) ? 1 + draw.below(2) : 0; i > 0; i--) {
            var most = draw.of(List.of(5_000L, 2 * MINUTE, 3 * HOUR));
            items.add(new Item.StepsClock("clock-" + i, draw.between(0, length), draw.between(-most, most)));
        }
        for (var i = draw.chance(0.3) ? 1 + draw.below(2) : 0; i > 0; i--) {
            items.add(new Item.Redrives("redrive-" + i, draw.between(0, length)));
        }
        return items;
    }

    static Source source(String name) {
        return SOURCES.find(name).orElseThrow();
    }

    private static Sources read(String json) {
        try {
            return Sources.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
