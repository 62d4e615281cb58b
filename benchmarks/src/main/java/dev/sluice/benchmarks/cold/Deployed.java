package dev.sluice.benchmarks.cold;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Setting;
import dev.sluice.blueprint.Use;
import java.util.Map;
import java.util.TreeMap;

/** What a function of the pipeline finds in its environment once it is deployed. */
final class Deployed {

    private static final Map<Setting, String> SETTINGS = Map.of(
            Pipeline.SOURCES, "{\"default\":{\"zone\":\"Europe/London\"}}",
            Pipeline.METRICS, "Sluice/measured",
            Pipeline.RISK, "{}");

    private Deployed() {}

    static Map<String, String> environment(Function function) {
        var environment = new TreeMap<String, String>();
        function.uses().forEach(use -> environment.put(use.environmentVariable(), name(use)));
        function.settings()
                .forEach(setting -> environment.put(setting.environmentVariable(), SETTINGS.getOrDefault(setting, "")));
        // The client loads a JSON library for it: what is measured is what is deployed.
        environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        return environment;
    }

    private static String name(Use use) {
        var name = use.resource().name();
        return switch (use.kind()) {
            case PUBLISHES -> "arn:aws:sns:eu-west-2:123456789012:" + name;
            case SENDS -> "https://sqs.eu-west-2.amazonaws.com/123456789012/" + name;
            case READS_SECRETS -> "sluice/measured/source/";
            case READS, LISTS, WRITES, UPDATES, STORES, INSPECTS, REPAIRS -> name;
        };
    }
}
