package dev.sluice.infra.cost;

import static dev.sluice.infra.cost.Line.When.ALWAYS;
import static dev.sluice.infra.cost.Line.When.FLOWING;
import static dev.sluice.infra.cost.Line.When.TRANSACTIONS;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Trigger;
import dev.sluice.blueprint.Use;
import dev.sluice.infra.alarm.Alarm;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.alarm.Watched;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import dev.sluice.infra.settings.Start;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What an environment uses in a month of 730 hours, from its settings and from what is assumed of the traffic. */
public final class Usage {

    private static final BigDecimal SECONDS_A_MONTH = new BigDecimal(730 * 3_600);

    /** For 5 minutes AWS's services, and the functions for secrets, use again what they were given. */
    private static final BigDecimal FIVE_MINUTES_A_MONTH = new BigDecimal(730 * 12);

    private static final BigDecimal LONG_POLLS_A_MONTH = new BigDecimal(730 * 3_600 / 20);
    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30");
    private static final BigDecimal MEGABYTES_A_GIGABYTE = new BigDecimal("1024");

    /** 10⁹ and not 2³⁰ bytes are a GB here: 7 % too much rather than too little. */
    private static final int GIGA = 9;

    private final Settings settings;
    private final Traffic traffic;
    private final BigDecimal transactions;
    private final List<Line> lines = new ArrayList<>();

    private Usage(Settings settings, Traffic traffic, long transactions) {
        if (transactions < 0) {
            throw new IllegalArgumentException("a month has 0 transactions at least, not " + transactions);
        }
        this.settings = settings;
        this.traffic = traffic;
        this.transactions = BigDecimal.valueOf(transactions);
    }

    /** The bill of a month with so many transactions. */
    public static Bill of(Settings settings, Traffic traffic, long transactions) {
        var usage = new Usage(settings, traffic, transactions);
        usage.always();
        if (transactions > 0) {
            usage.flowing();
            usage.transactions();
        }
        return new Bill(usage.lines);
    }

    private void always() {
        var snapshots = 0;
        for (var function : Pipeline.BLUEPRINT.functions()) {
            switch (settings.get(Options.start(function))) {
                case Start.Provisioned provisioned ->
                    add(
                            ALWAYS,
                            function.name() + " kept warm",
                            provisioned.executions() + " × " + memory(function) + " for 730 × 3,600 s",
                            gigabytes(function)
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
        for (var messages : Pipeline.BLUEPRINT.triggers(Trigger.Messages.class)) {
            if (settings.get(Options.EVENT_SOURCES_ENABLED)) {
                add(
                        ALWAYS,
                        "asking the empty queue " + messages.queue().name(),
                        plain(traffic.pollers()) + " pollers, every 20 s",
                        traffic.pollers().multiply(LONG_POLLS_A_MONTH),
                        Prices.QUEUE_REQUEST);
            }
        }
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

    private void flowing() {
        var metrics =
                Pipeline.BLUEPRINT.functions().stream().mapToInt(Counted::by).sum();
        add(
                FLOWING,
                "the functions' own metrics",
                "every metric of every function, each hour; one that is not counted in an hour is not paid for",
                new BigDecimal(metrics),
                Prices.METRIC);
        var fetched = traffic.environments().multiply(new BigDecimal(secrets())).multiply(FIVE_MINUTES_A_MONTH);
        add(
                FLOWING,
                "fetching secrets",
                plain(traffic.environments()) + " environments × " + secrets()
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

    private void transactions() {
        add("requests", "1 a transaction", BigDecimal.ONE, Prices.API_REQUEST);
        if (settings.get(Options.ACCESS_LOGS)) {
            logs("the API's log", traffic.accessLogBytes(), BigDecimal.ONE);
        }
        for (var function : Pipeline.BLUEPRINT.functions()) {
            var invocations = invocations(function);
            if (invocations.signum() > 0) {
                runs(function, invocations);
            }
        }
        for (var function : Pipeline.BLUEPRINT.functions()) {
            for (var use : function.uses()) {
                if (use.kind() == Use.Kind.PUBLISHES) {
                    var events = events(function);
                    add(
                            "publishing on " + use.resource().name(),
                            plain(events) + " a transaction",
                            events,
                            Prices.PUBLISH);
                }
            }
        }
        for (var messages : Pipeline.BLUEPRINT.triggers(Trigger.Messages.class)) {
            add(
                    "messages of " + messages.queue().name(),
                    plain(traffic.flagged()) + " a transaction; to send, receive and delete",
                    traffic.flagged().multiply(new BigDecimal("3")),
                    Prices.QUEUE_REQUEST);
        }
        table();
        var traces = BigDecimal.ONE;
        for (var function : Pipeline.BLUEPRINT.functions()) {
            if (function.records().isPresent()) {
                traces = traces.add(invocations(function));
            }
        }
        add(
                "traces",
                plain(traffic.traced()) + " of " + plain(traces)
                        + ": one a request, and one each time a stream or queue is read",
                traces.multiply(traffic.traced()),
                Prices.TRACE);
    }

    private void runs(Function function, BigDecimal invocations) {
        var name = function.name();
        add(name + " invoked", plain(invocations) + " a transaction", invocations, Prices.INVOCATION);
        var architecture = settings.get(Options.ARCHITECTURE);
        var warm = settings.get(Options.start(function)) instanceof Start.Provisioned;
        var milliseconds = traffic.millisecondsOf(function);
        add(
                name + " running",
                plain(events(function)) + " a transaction × " + plain(milliseconds) + " ms × " + memory(function),
                events(function).multiply(milliseconds.movePointLeft(3)).multiply(gigabytes(function)),
                warm ? Prices.runningWarm(architecture) : Prices.running(architecture));
        logs(name + "'s log", traffic.logBytes(), invocations);
    }

    private void logs(String what, BigDecimal bytes, BigDecimal number) {
        var gigabytes = number.multiply(bytes).movePointLeft(GIGA);
        add(
                what + ", taken in",
                plain(number) + " a transaction × " + plain(bytes) + " bytes",
                gigabytes,
                Prices.LOG_INTAKE);
        var days = settings.get(Options.LOG_RETENTION);
        add(
                what + ", kept",
                "the same, compressed to " + plain(traffic.logCompressed()) + ", for " + days + " days",
                gigabytes
                        .multiply(traffic.logCompressed())
                        .multiply(new BigDecimal(days).divide(DAYS_A_MONTH, 6, RoundingMode.HALF_UP)),
                Prices.LOG_STORAGE);
    }

    private void table() {
        add(
                "storing",
                plain(traffic.storeUnits()) + " a payment with a merchant, in one transaction",
                traffic.storeUnits(),
                Prices.WRITE);
        for (var table : Pipeline.BLUEPRINT.resources()) {
            if (table instanceof Resource.Table withIndexes) {
                for (var index : withIndexes.indexes()) {
                    add(
                            "the index " + index.name(),
                            plain(traffic.indexUnits()) + ": to enter it and to leave it",
                            traffic.indexUnits(),
                            Prices.WRITE);
                }
            }
        }
        add("its assessment", plain(traffic.assessmentUnits()) + " each", traffic.assessmentUnits(), Prices.WRITE);
        add(
                "its alerts",
                plain(traffic.flagged()) + " a transaction × (" + plain(traffic.alertUnits()) + " the alert + "
                        + plain(traffic.assessmentUnits()) + " the mark that somebody was told)",
                traffic.flagged().multiply(traffic.alertUnits().add(traffic.assessmentUnits())),
                Prices.WRITE);
        add(
                "its account's history",
                plain(traffic.historyUnits()) + " a payment with a merchant, in one transaction and three queries",
                traffic.historyUnits(),
                Prices.READ);
        var gigabytes = traffic.storedBytes().movePointLeft(GIGA);
        var bytes = plain(traffic.storedBytes()) + " bytes each, for a month";
        add("keeping it", bytes, gigabytes, Prices.TABLE_STORAGE);
        add("putting it back to any second", bytes, gigabytes, Prices.TABLE_RECOVERY);
    }

    /** How many events a function is handed for each transaction. */
    private BigDecimal events(Function function) {
        var events = BigDecimal.ZERO;
        for (var trigger : function.triggers()) {
            events = events.max(
                    switch (trigger) {
                        case Trigger.Route route ->
                            switch (route.access()) {
                                case SENDER -> BigDecimal.ONE;
                                case OPERATOR -> BigDecimal.ZERO;
                            };
                        case Trigger.Subscription ignored -> BigDecimal.ONE;
                        case Trigger.Stream ignored -> BigDecimal.ONE;
                        case Trigger.Messages ignored -> traffic.flagged();
                        case Trigger.Schedule ignored -> BigDecimal.ZERO;
                    });
        }
        return events;
    }

    private BigDecimal invocations(Function function) {
        var events = events(function);
        return function.records().isPresent() ? events.multiply(traffic.invocationsAnItem()) : events;
    }

    /** Whatever it uses is encrypted, and so is what invokes it, but for a request. */
    static int usesOfTheKey(Function function) {
        var waysIn = function.triggers().stream()
                .filter(trigger -> !(trigger instanceof Trigger.Route))
                .count();
        return function.uses().size() + Math.toIntExact(waysIn);
    }

    /** How many metrics an alarm looks at: each is charged. */
    static int metrics(Alarm alarm) {
        return switch (alarm.watched()) {
            case Watched.One ignored -> 1;
            case Watched.Share share -> 1 + share.whole().size();
        };
    }

    private int secrets() {
        var kinds = Pipeline.BLUEPRINT.resources().stream()
                .filter(Pipeline.SOURCE_SECRETS::equals)
                .count();
        return Math.toIntExact(kinds) * settings.sources().size();
    }

    private BigDecimal gigabytes(Function function) {
        // Exact: a power of two divides every whole number.
        return new BigDecimal(settings.get(Options.memory(function))).divide(MEGABYTES_A_GIGABYTE);
    }

    private String memory(Function function) {
        return settings.get(Options.memory(function)) + " MB";
    }

    private void add(String what, String arithmetic, BigDecimal aTransaction, Price price) {
        add(TRANSACTIONS, what, arithmetic, aTransaction.multiply(transactions), price);
    }

    private void add(Line.When when, String what, String arithmetic, BigDecimal quantity, Price price) {
        lines.add(new Line(when, what, arithmetic, quantity, price));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
