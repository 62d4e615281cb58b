package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.cloudwatch_dashboard.CloudwatchDashboard;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.alarm.TransactionsDashboard;
import dev.sluice.infra.settings.Settings;
import software.constructs.Construct;

/** The blueprint, deployed: read this and you know what is made, and in which order it needs each other. */
public final class TransactionPipeline extends Construct {

    public TransactionPipeline(Construct scope, String id, Settings settings, Archives archives) {
        super(scope, id);
        var blueprint = Pipeline.BLUEPRINT;
        var alarms = new Alarms(settings, blueprint);

        var location = new Location(this, "location");
        var key = new StackKey(this, "key", "pipeline", "the transaction pipeline", blueprint, settings, location);
        var operations = new Operations(this, "operations", "operations", settings, key, location);
        var resources = new StackResources(this, "resources", blueprint, settings, key, location);
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
                        .dashboardBody(TransactionsDashboard.of(
                                settings, location.region(), WebhookApi.name(settings), WebhookApi.STAGE))
                        .build());
        var outputs = new Outputs(this, "outputs");
        outputs.of(api);
        outputs.of(resources);
        outputs.of(operations);
        outputs.of(functions);
        outputs.of(key);
        outputs.ofSources(settings);
        outputs.ofDashboard(dashboard.getDashboardName(), "The pipeline from left to right", location);
        outputs.of(settings, location);
    }
}
