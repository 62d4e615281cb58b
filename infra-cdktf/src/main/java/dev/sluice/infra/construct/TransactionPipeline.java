package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.cloudwatch_dashboard.CloudwatchDashboard;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.alarm.DashboardBody;
import dev.sluice.infra.settings.Settings;
import software.constructs.Construct;

/** The blueprint, deployed: read this and you know what is made, and in which order it needs each other. */
public final class TransactionPipeline extends Construct {

    public TransactionPipeline(Construct scope, String id, Settings settings, Archives archives) {
        super(scope, id);
        var blueprint = settings.blueprint();
        var alarms = new Alarms(settings);

        var location = new Location(this, "location");
        var key = new PipelineKey(this, "key", settings, location);
        var operations = new Operations(this, "operations", settings, key, location);
        var resources = new PipelineResources(this, "resources", blueprint, settings, key, location);
        resources.watch(operations, alarms);

        var functions = blueprint.functions().stream()
                .map(f -> new FunctionComponent(this, f, settings, location, key, resources, archives))
                .toList();
        for (var function : functions) {
            new EventSources(this, function, resources, settings);
            function.watch(operations, alarms);
        }
        var api = new WebhookApi(this, "api", functions, settings, key);
        operations.watch(this, alarms.ofApi(WebhookApi.name(settings), WebhookApi.STAGE));
        operations.watch(this, alarms.ofFlow());

        var dashboard = Address.keep(
                "pipeline",
                CloudwatchDashboard.Builder.create(this, "dashboard")
                        .dashboardName(settings.nameOf("pipeline"))
                        .dashboardBody(DashboardBody.of(
                                settings, location.region(), WebhookApi.name(settings), WebhookApi.STAGE))
                        .build());
        new Outputs(
                this,
                "outputs",
                settings,
                location,
                key,
                resources,
                functions,
                api,
                operations,
                dashboard.getDashboardName());
    }
}
