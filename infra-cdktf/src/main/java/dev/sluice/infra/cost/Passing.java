package dev.sluice.infra.cost;

import static dev.sluice.infra.cost.Usage.plain;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Trigger;
import dev.sluice.blueprint.Use;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import dev.sluice.infra.settings.Start;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What one transaction costs on its way, but for what it leaves in the table. */
final class Passing {

    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30");

    /** 10⁹ and not 2³⁰ bytes are a GB here: 7 % too much rather than too little. */
    private static final int GIGA = 9;

    private final Settings settings;
    private final Inputs inputs;
    private final List<Line> lines = new ArrayList<>();

    private Passing(Settings settings, Inputs inputs) {
        this.settings = settings;
        this.inputs = inputs;
    }

    static List<Line> of(Settings settings, Inputs inputs) {
        var one = new Passing(settings, inputs);
        one.arriving();
        Pipeline.BLUEPRINT.functions().forEach(one::running);
        Pipeline.BLUEPRINT.functions().forEach(one::publishing);
        Pipeline.BLUEPRINT.triggers(Trigger.Messages.class).forEach(one::queueing);
        return List.copyOf(one.lines);
    }

    /** One a request, and one each time a stream or queue is read. */
    static List<Line> traces(Inputs inputs) {
        var traces = BigDecimal.ONE;
        for (var function : Pipeline.BLUEPRINT.functions()) {
            if (function.records().isPresent()) {
                traces = traces.add(Handed.invocations(function, inputs.assumed()));
            }
        }
        var traced = inputs.assumed().traced();
        return List.of(new Line(
                Line.When.TRANSACTIONS,
                "traces",
                plain(traced) + " of " + plain(traces) + ": one a request, and one each time a stream or queue is read",
                traces.multiply(traced),
                Prices.TRACE));
    }

    private void arriving() {
        add("requests", "1 a transaction", BigDecimal.ONE, Prices.API_REQUEST);
        if (settings.get(Options.ACCESS_LOGS)) {
            logs("the API's log", inputs.counted().accessLogBytes(), BigDecimal.ONE);
        }
    }

    private void running(Function function) {
        var invocations = Handed.invocations(function, inputs.assumed());
        if (invocations.signum() == 0) {
            return;
        }
        add(function.name() + " invoked", plain(invocations) + " a transaction", invocations, Prices.INVOCATION);
        var architecture = settings.get(Options.ARCHITECTURE);
        var warm = settings.get(Options.start(function)) instanceof Start.Provisioned;
        lines.add(Running.of(
                function,
                Handed.events(function, inputs.assumed()),
                settings.get(Options.memory(function)),
                inputs,
                warm ? Prices.runningWarm(architecture) : Prices.running(architecture)));
        logs(function.name() + "'s log", inputs.counted().logBytes(), invocations);
    }

    private void logs(String what, BigDecimal bytes, BigDecimal number) {
        var gigabytes = number.multiply(bytes).movePointLeft(GIGA);
        add(
                what + ", taken in",
                plain(number) + " a transaction × " + plain(bytes) + " bytes",
                gigabytes,
                Prices.LOG_INTAKE);
        var days = settings.get(Options.LOG_RETENTION);
        var compressed = inputs.assumed().logCompressed();
        add(
                what + ", kept",
                "the same, compressed to " + plain(compressed) + ", for " + days + " days",
                gigabytes
                        .multiply(compressed)
                        .multiply(new BigDecimal(days).divide(DAYS_A_MONTH, 6, RoundingMode.HALF_UP)),
                Prices.LOG_STORAGE);
    }

    private void publishing(Function function) {
        for (var use : function.uses()) {
            if (use.kind() == Use.Kind.PUBLISHES) {
                var events = Handed.events(function, inputs.assumed());
                add("publishing on " + use.resource().name(), plain(events) + " a transaction", events, Prices.PUBLISH);
            }
        }
    }

    private void queueing(Trigger.Messages messages) {
        var flagged = inputs.assumed().flagged();
        add(
                "messages of " + messages.queue().name(),
                plain(flagged) + " a transaction; to send, receive and delete",
                flagged.multiply(new BigDecimal("3")),
                Prices.QUEUE_REQUEST);
    }

    private void add(String what, String arithmetic, BigDecimal quantity, Price price) {
        lines.add(new Line(Line.When.TRANSACTIONS, what, arithmetic, quantity, price));
    }
}
