package dev.sluice.infra.cost;

import static dev.sluice.infra.cost.Line.When.ALWAYS;
import static dev.sluice.infra.cost.Line.When.FLOWING;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import dev.sluice.infra.settings.Start;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a month of 730 hours costs however many transactions come. */
final class Standing {

    private static final BigDecimal SECONDS_A_MONTH = new BigDecimal(730 * 3_600);

    /** For 5 minutes AWS's services, and the functions for secrets, use again what they were given. */
    private static final BigDecimal FIVE_MINUTES_A_MONTH = new BigDecimal(730 * 12);

    private static final BigDecimal LONG_POLLS_A_MONTH = new BigDecimal(730 * 3_600 / 20);

    private final Settings settings;
    private final Traffic traffic;
    private final List<Line> lines = new ArrayList<>();

    private Standing(Settings settings, Traffic traffic) {
        this.settings = settings;
        this.traffic = traffic;
    }

    /** Paid every month, whether anything is sent or not. */
    static List<Line> always(Settings settings, Traffic traffic) {
        var month = new Standing(settings, traffic);
        month.keepingReady();
        month.asking();
        month.standing();
        return List.copyOf(month.lines);
    }

    /** Paid besides in a month in which anything is sent. */
    static List<Line> flowing(Settings settings, Traffic traffic) {
        var month = new Standing(settings, traffic);
        month.counting();
        month.deciphering();
        return List.copyOf(month.lines);
    }

    private void keepingReady() {
        var snapshots = 0;
        for (var function : Pipeline.BLUEPRINT.functions()) {
            switch (settings.get(Options.start(function))) {
                case Start.Provisioned provisioned ->
                    add(
                            ALWAYS,
                            function.name() + " kept warm",
                            provisioned.executions() + " × " + Usage.memory(settings, function) + " for 730 × 3,600 s",
                            Usage.gigabytes(settings, function)
                                    .multiply(new BigDecimal(provisioned.executions()))
                                    .multiply(SECONDS_A_MONTH),
                            Prices.warm(settings.get(Options.ARCHITECTURE)));
                case Start.SnapStart ignored -> snapshots++;
                case Start.Cold ignored -> {}
            }
        }
        if (snapshots > 0) {
            add(ALWAYS, "snapshots", "a function that starts from one", new BigDecimal(snapshots), Prices.SNAPSHOT);
        }
    }

    private void asking() {
        for (var messages : Pipeline.BLUEPRINT.triggers(Trigger.Messages.class)) {
            if (settings.get(Options.EVENT_SOURCES_ENABLED)) {
                add(
                        ALWAYS,
                        "asking the empty queue " + messages.queue().name(),
                        Usage.plain(traffic.pollers()) + " pollers, every 20 s",
                        traffic.pollers().multiply(LONG_POLLS_A_MONTH),
                        Prices.QUEUE_REQUEST);
            }
        }
    }

    private void standing() {
        add(ALWAYS, "the key", "one for everything", BigDecimal.ONE, Prices.KEY);
        add(ALWAYS, "the sources' secrets", "one a source", new BigDecimal(secrets()), Prices.SECRET);
        var alarms = Alarms.ofTransactions(settings, "api", "stage");
        add(
                ALWAYS,
                "alarms",
                alarms.size() + " alarms; one of a share looks at its part and at each metric of the whole",
                new BigDecimal(alarms.stream().mapToInt(Usage::metrics).sum()),
                Prices.ALARM);
        add(ALWAYS, "the dashboard", "one", BigDecimal.ONE, Prices.DASHBOARD);
    }

    private void counting() {
        var metrics =
                Pipeline.BLUEPRINT.functions().stream().mapToInt(Counted::by).sum();
        add(
                FLOWING,
                "the functions' own metrics",
                "every metric of every function, each hour; one that is not counted in an hour is not paid for",
                new BigDecimal(metrics),
                Prices.METRIC);
    }

    private void deciphering() {
        var fetched = traffic.environments().multiply(new BigDecimal(secrets())).multiply(FIVE_MINUTES_A_MONTH);
        add(
                FLOWING,
                "fetching secrets",
                Usage.plain(traffic.environments()) + " environments × " + secrets()
                        + " of the sources' secrets, every 5 minutes",
                fetched,
                Prices.SECRET_REQUEST);
        var users = Pipeline.BLUEPRINT.functions().stream()
                .mapToInt(Usage::usesOfTheKey)
                .sum();
        add(
                FLOWING,
                "the key's use",
                users + " uses and ways in, every 5 minutes, and as many as secrets are fetched",
                new BigDecimal(users).multiply(FIVE_MINUTES_A_MONTH).add(fetched),
                Prices.KEY_REQUEST);
    }

    private int secrets() {
        var kinds = Pipeline.BLUEPRINT.resources().stream()
                .filter(Pipeline.SOURCE_SECRETS::equals)
                .count();
        return Math.toIntExact(kinds) * settings.sources().size();
    }

    private void add(Line.When when, String what, String arithmetic, BigDecimal quantity, Price price) {
        lines.add(new Line(when, what, arithmetic, quantity, price));
    }
}
