package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.cloudwatch_dashboard.CloudwatchDashboard;
import dev.sluice.blueprint.Compliance;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.alarm.ComplianceDashboard;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import software.constructs.Construct;

/** What watches the pipeline, deployed: its own parts alone, since it finds what it watches by tags and names. */
public final class AccountWatch extends Construct {

    private static final String NAME = "compliance";

    public AccountWatch(Construct scope, String id, Settings settings, Archives archives) {
        super(scope, id);
        var blueprint = Compliance.BLUEPRINT;
        var alarms = new Alarms(settings, blueprint);

        var location = new Location(this, "location");
        var key = new StackKey(this, "key", NAME, "the compliance watch", blueprint, settings, location);
        var operations = new Operations(this, "operations", NAME + "-operations", settings, key, location);
        var resources = new StackResources(this, "resources", blueprint, settings, key, location);
        resources.watch(operations, alarms);
        resources.of(Compliance.FINDINGS_TOPIC).mail(this, "findings-operator", settings.get(Options.OPERATORS));

        var functions = blueprint.functions().stream()
                .map(f -> new FunctionComponent(this, f, settings, location, key, resources, archives))
                .toList();
        for (var function : functions) {
            new EventSources(this, function, resources, settings);
            function.watch(operations, alarms);
        }
        operations.watch(this, alarms.ofScans());

        var reports = resources.of(Compliance.REPORTS_BUCKET);
        var dashboard = Address.keep(
                NAME,
                CloudwatchDashboard.Builder.create(this, "dashboard")
                        .dashboardName(settings.nameOf(NAME))
                        .dashboardBody(ComplianceDashboard.of(settings, location.region(), reports.name()))
                        .build());
        var outputs = new Outputs(this, "outputs");
        outputs.of(resources);
        outputs.of(operations);
        outputs.of(functions);
        outputs.of(key);
        outputs.ofReports(reports);
        outputs.ofDashboard(dashboard.getDashboardName(), "Compliance over time", location);
        outputs.of(settings, location);
    }
}
