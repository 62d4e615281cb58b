package dev.sluice.infra.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Settings as somebody might choose them, all of which go together. */
public final class AnySettings {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AnySettings() {}

    /** Any suffix and preset with a few options chosen otherwise. */
    public static Arbitrary<Settings> valid() {
        return Combinators.combine(suffixes(), written())
                .as((suffix, settings) -> Settings.of(Map.of("ENVIRONMENT_SUFFIX", suffix), context(settings)))
                .withoutEdgeCases();
    }

    static Arbitrary<String> suffixes() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(9)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(words -> String.join("-", words))
                // A suffix of twelve digits would look like an account's number.
                .filter(suffix -> !suffix.matches(".*[0-9]{6}.*"));
    }

    /** What stands under {@code settings}: some options, each with a value that keeps its rule. */
    static Arbitrary<Map<String, JsonNode>> written() {
        return Arbitraries.maps(
                        Arbitraries.of(choices().keySet()),
                        Arbitraries.integers().between(0, 9))
                .ofMaxSize(8)
                .map(chosen -> {
                    var settings = new LinkedHashMap<String, JsonNode>();
                    chosen.forEach((name, number) -> settings.put(
                            name,
                            Optional.ofNullable(choices().get(name))
                                    .map(values -> values.get(number % values.size()))
                                    .orElseThrow()));
                    return goingTogether(settings);
                });
    }

    /** A runtime of one's own has one processor and no snapshots. */
    private static Map<String, JsonNode> goingTogether(Map<String, JsonNode> settings) {
        if (JSON.textNode("own").equals(settings.get("runtime"))) {
            settings.remove("architecture");
            settings.values().removeIf(JSON.textNode("snapstart")::equals);
        }
        return settings;
    }

    static JsonNode context(Map<String, JsonNode> settings) {
        var context = JSON.objectNode();
        settings.forEach(context.putObject("settings")::set);
        return context;
    }

    private static Map<String, List<JsonNode>> choices() {
        var choices = new LinkedHashMap<String, List<JsonNode>>();
        choices.put("preset", texts("dev", "staging", "prod"));
        choices.put("region", texts("eu-west-2", "us-gov-east-1", "ap-southeast-3"));
        choices.put("runtime", texts("managed", "own"));
        choices.put("architecture", texts("arm64", "x86_64"));
        choices.put("log_retention_days", numbers(7, 14, 30, 365));
        choices.put("event_sources_enabled", List.of(JSON.booleanNode(true), JSON.booleanNode(false)));
        choices.put("deletion_protection", List.of(JSON.booleanNode(true), JSON.booleanNode(false)));
        choices.put("access_logs", List.of(JSON.booleanNode(true), JSON.booleanNode(false)));
        choices.put(
                "clients",
                List.of(JSON.arrayNode().add("a"), JSON.arrayNode().add("a").add("b-2")));
        choices.put("operators", List.of(JSON.arrayNode(), JSON.arrayNode().add("on-call@example.com")));
        choices.put(
                "alarm_silence_minutes", List.of(JSON.textNode("none"), JSON.numberNode(15), JSON.numberNode(1_440)));
        choices.put("alarm_error_percent", numbers(1, 50));
        choices.put("scan_every_minutes", numbers(10, 60, 720));
        choices.put("scan_enabled", List.of(JSON.booleanNode(true), JSON.booleanNode(false)));
        choices.put("repairs", texts("dry-run", "apply"));
        choices.put("report_days", numbers(14, 3_650));
        for (var function : Options.FUNCTIONS) {
            var of = "function." + function.name();
            choices.put(of + ".memory", numbers(128, 1_024, 10_240));
            choices.put(of + ".start", texts("cold", "snapstart", "provisioned:2"));
            choices.put(
                    of + ".reserved_concurrency",
                    List.of(JSON.textNode("none"), JSON.numberNode(12), JSON.numberNode(50)));
        }
        return choices;
    }

    private static List<JsonNode> texts(String... values) {
        return Arrays.stream(values).<JsonNode>map(JSON::textNode).toList();
    }

    private static List<JsonNode> numbers(int... values) {
        return Arrays.stream(values).<JsonNode>mapToObj(JSON::numberNode).toList();
    }
}
