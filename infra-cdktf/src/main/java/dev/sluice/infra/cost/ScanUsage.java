package dev.sluice.infra.cost;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the watch over an environment uses in a month of 730 hours, whatever is sent through the pipeline meanwhile. */
public final class ScanUsage {

    private static final BigDecimal MINUTES_A_MONTH = new BigDecimal(730 * 60);
    private static final BigDecimal LONG_POLLS_A_MONTH = new BigDecimal(730 * 3_600 / 20);
    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30");
    private static final BigDecimal MEGABYTES_A_GIGABYTE = new BigDecimal("1024");
    private static final BigDecimal MINUTES_AN_HOUR = new BigDecimal("60");

    /** As many as are kept of what a later report replaced. */
    private static final int REPLACED_DAYS = 7;

    private static final int GIGA = 9;
    private static final int KEYS = 2;
    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL64;

    private final Settings settings;
    private final Traffic traffic;
    private final Footprint counted;
    private final Scanning scanning;
    private final BigDecimal scans;
    private final List<Line> lines = new ArrayList<>();

    private ScanUsage(Settings settings, Inputs inputs, Scanning scanning) {
        this.settings = settings;
        this.traffic = inputs.assumed();
        this.counted = inputs.counted();
        this.scanning = scanning;
        this.scans = settings.get(Options.SCAN_ENABLED)
                ? MINUTES_A_MONTH.divide(new BigDecimal(settings.get(Options.SCAN_EVERY)), EXACT_ENOUGH)
                : BigDecimal.ZERO;
    }

    /** The bill of a month of the compliance stack. */
    public static Bill of(Settings settings, Inputs inputs, Scanning scanning) {
        var usage = new ScanUsage(settings, inputs, scanning);
        usage.standing();
        usage.running();
        usage.reading();
        usage.keeping();
        return new Bill(usage.lines.stream()
                .filter(line -> line.quantity().signum() > 0)
                .toList());
    }

    private void standing() {
        add("the key", "one for everything", BigDecimal.ONE, Prices.KEY);
        var alarms = Alarms.ofCompliance(settings);
        add(
                "alarms",
                alarms.size() + " alarms; one of a share looks at its part and at each metric of the whole",
                new BigDecimal(alarms.stream().mapToInt(Usage::metrics).sum()),
                Prices.ALARM);
        add("the dashboard", "one", BigDecimal.ONE, Prices.DASHBOARD);
        if (settings.get(Options.EVENT_SOURCES_ENABLED)) {
            add(
                    "asking the empty queue " + Compliance.REPAIRS_QUEUE.name(),
                    Usage.plain(traffic.pollers()) + " pollers, every 20 s",
                    traffic.pollers().multiply(LONG_POLLS_A_MONTH),
                    Prices.QUEUE_REQUEST);
        }
        var hours = MINUTES_AN_HOUR
                .divide(new BigDecimal(settings.get(Options.SCAN_EVERY)), EXACT_ENOUGH)
                .min(BigDecimal.ONE)
                .multiply(new BigDecimal(scans.signum()));
        add(
                "the scanner's metrics",
                Counted.by(Compliance.SCANNER) + " metrics, in " + share(hours) + " of the hours",
                hours.multiply(new BigDecimal(Counted.by(Compliance.SCANNER))),
                Prices.METRIC);
        add(
                "the remediator's metrics",
                Counted.by(Compliance.REMEDIATOR) + " metrics, in " + share(hours.multiply(scanning.planned()))
                        + " of the hours",
                hours.multiply(scanning.planned()).multiply(new BigDecimal(Counted.by(Compliance.REMEDIATOR))),
                Prices.METRIC);
    }

    private void running() {
        runs(Compliance.SCANNER, scans, scanning.seconds());
        runs(Compliance.REMEDIATOR, scans.multiply(scanning.planned()), scanning.repairSeconds());
        var traces = scans.multiply(BigDecimal.ONE.add(scanning.planned()));
        add("traces", "each scan and each repair: they come seldom, so none is left out", traces, Prices.TRACE);
    }

    private void runs(Function function, BigDecimal invocations, BigDecimal seconds) {
        var memory = settings.get(Options.memory(function));
        var times = times(invocations);
        add(function.name() + " invoked", times, invocations, Prices.INVOCATION);
        add(
                function.name() + " running",
                times + " × " + Usage.plain(seconds) + " s × " + memory + " MB",
                invocations.multiply(seconds).multiply(new BigDecimal(memory).divide(MEGABYTES_A_GIGABYTE)),
                Prices.running(settings.get(Options.ARCHITECTURE)));
        add(
                function.name() + "'s log, taken in",
                times + " × " + Usage.plain(counted.logBytes()) + " bytes",
                invocations.multiply(counted.logBytes()).movePointLeft(GIGA),
                Prices.LOG_INTAKE);
    }

    /** Calls that a scan makes and somebody charges; those of the other services are free. */
    private void reading() {
        var alarms = Alarms.ofTransactions(settings, "api", "stage").size()
                + Alarms.ofCompliance(settings).size();
        calls(1 + alarms, "1 + 1 an alarm", Prices.CLOUDWATCH_REQUEST);
        calls(
                1 + 2 * (all(Resource.Queue.class) + all(Resource.DeadLetterQueue.class)),
                "1 + 2 a queue",
                Prices.QUEUE_REQUEST);
        // Each stack has one of operations, which is no part of its blueprint.
        calls(2 + 2 * (all(Resource.Topic.class) + KEYS), "2 + 2 a topic", Prices.TOPIC_REQUEST);
        calls(1 + 4 * KEYS, "1 + 4 a key", Prices.KEY_REQUEST);
        calls(1 + 2 * settings.sources().size(), "1 + 2 a secret", Prices.SECRET_REQUEST);
        calls(1 + 8 * all(Resource.Bucket.class), "1 + 8 a bucket", Prices.OBJECT_READ);
    }

    private void calls(int number, String counted, Price price) {
        add(
                "reading what is deployed",
                times(scans) + " × " + number + ": " + counted,
                scans.multiply(new BigDecimal(number)),
                price);
    }

    private void keeping() {
        add(
                "findings and scans",
                times(scans) + " × " + Usage.plain(scanning.writeUnits()),
                scans.multiply(scanning.writeUnits()),
                Prices.WRITE);
        add(
                "findings and scans",
                times(scans) + " × " + Usage.plain(scanning.readUnits()),
                scans.multiply(scanning.readUnits()),
                Prices.READ);
        var table = scanning.storedBytes().movePointLeft(GIGA);
        add("findings and scans, kept", Usage.plain(scanning.storedBytes()) + " bytes", table, Prices.TABLE_STORAGE);
        add("putting them back to any second", "the same", table, Prices.TABLE_RECOVERY);
        add(
                "reports",
                times(scans) + " × 4: each twice, for people and for programs",
                scans.multiply(new BigDecimal("4")),
                Prices.OBJECT_WRITE);
        var days = settings.get(Options.REPORT_DAYS) + REPLACED_DAYS;
        add(
                "reports, kept",
                times(scans) + " × " + Usage.plain(scanning.reportBytes()) + " bytes, for " + days
                        + " days: `report_days`, and 7 under the name of the latest",
                scans.multiply(scanning.reportBytes())
                        .movePointLeft(GIGA)
                        .multiply(new BigDecimal(days).divide(DAYS_A_MONTH, EXACT_ENOUGH)),
                Prices.OBJECT_STORAGE);
        var uses = Compliance.BLUEPRINT.functions().stream()
                .mapToInt(Usage::usesOfTheKey)
                .sum();
        add(
                "the key's use",
                times(scans) + " × " + uses + " uses and ways in",
                scans.multiply(new BigDecimal(uses)),
                Prices.KEY_REQUEST);
    }

    /** How many of that kind both stacks have. */
    private static int all(Class<? extends Resource> kind) {
        return Math.toIntExact(Stream.of(Pipeline.BLUEPRINT, Compliance.BLUEPRINT)
                .map(Blueprint::resources)
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .count());
    }

    private static String times(BigDecimal number) {
        return Usage.plain(number.setScale(1, RoundingMode.HALF_UP));
    }

    private static String share(BigDecimal share) {
        return Usage.plain(share.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + " %";
    }

    private void add(String what, String arithmetic, BigDecimal quantity, Price price) {
        lines.add(new Line(Line.When.ALWAYS, what, arithmetic, quantity, price));
    }
}
