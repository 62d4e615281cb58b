package dev.sluice.infra.alarm;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Resource;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import java.util.stream.Stream;

/** The dashboard of compliance over time: what is open, what was told and put right, and how those fare who see to it. */
public final class ComplianceDashboard {

    private static final Blueprint BLUEPRINT = Compliance.BLUEPRINT;
    private static final int HALF = Grid.WIDTH / 2;
    private static final int THIRD = Grid.WIDTH / 3;

    private final Settings settings;
    private final Meters meters;
    private final Grid grid;

    private ComplianceDashboard(Settings settings, String region) {
        this.settings = settings;
        this.meters = new Meters(settings);
        this.grid = new Grid(region);
    }

    /**
     * The body as CloudWatch takes it.
     *
     * @param region where it is deployed
     * @param bucket the deployed name of the bucket of reports
     */
    public static String of(Settings settings, String region, String bucket) {
        return new ComplianceDashboard(settings, region).draw(bucket);
    }

    private String draw(String bucket) {
        var y = 0;
        grid.text(
                y,
                "# Sluice " + settings.suffix() + ": compliance\nA point a scan, every "
                        + settings.get(Options.SCAN_EVERY) + " minutes. What is found is in " + bucket
                        + ", as latest.html.");
        y += 2;
        grid.chart(
                0,
                y,
                HALF,
                "open findings by severity",
                scans("Maximum", Metrics.OPEN_ERRORS, Metrics.OPEN_WARNINGS, Metrics.OPEN_NOTES));
        grid.chart(
                HALF,
                y,
                HALF,
                "resources looked at, and parts not read",
                scans("Maximum", Metrics.RESOURCES, Metrics.NOT_READ));
        y += Grid.HEIGHT;
        grid.chart(0, y, THIRD, "scans, and findings told", scans("Sum", Metrics.SCANS, Metrics.FINDINGS_TOLD));
        grid.chart(
                THIRD,
                y,
                THIRD,
                "repairs",
                Stream.of(Metrics.REPAIR_RUNS, Metrics.NOT_RUN, Metrics.REPAIRED, Metrics.REPAIRS_REFUSED)
                        .map(name -> aScan(meters.own(Compliance.REMEDIATOR, name)))
                        .toList());
        grid.chart(
                2 * THIRD,
                y,
                THIRD,
                "ms of a scan and of a repair",
                BLUEPRINT.functions().stream()
                        .map(function -> meters.lambda(function, "Duration").by("Maximum"))
                        .toList());
        y += Grid.HEIGHT;
        grid.chart(
                0,
                y,
                THIRD,
                "failures",
                BLUEPRINT.functions().stream()
                        .flatMap(
                                function -> Stream.of("Errors", "Throttles").map(name -> meters.lambda(function, name)))
                        .toList());
        grid.chart(
                THIRD,
                y,
                THIRD,
                "requests to repair: oldest, in s",
                queues(Resource.Queue.class, "ApproximateAgeOfOldestMessage"));
        grid.chart(
                2 * THIRD,
                y,
                THIRD,
                "dead letters",
                queues(Resource.DeadLetterQueue.class, "ApproximateNumberOfMessagesVisible"));
        return grid.body();
    }

    private List<Metric> scans(String statistic, String... names) {
        return Stream.of(names)
                .map(name -> aScan(meters.own(Compliance.SCANNER, name)).by(statistic))
                .toList();
    }

    /** Over as long as it is from one scan to the next. */
    private Metric aScan(Metric metric) {
        return metric.over(settings.get(Options.SCAN_EVERY) * 60);
    }

    private List<Metric> queues(Class<? extends Resource> kind, String metric) {
        return BLUEPRINT.resources().stream()
                .filter(kind::isInstance)
                .map(queue -> meters.sqs(queue.name(), metric).by("Maximum"))
                .toList();
    }
}
