package dev.sluice.infra.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Setting;
import dev.sluice.blueprint.Use;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a function is told as environment variables is no more than Lambda takes.
 *
 * <p>Lambda measures them together, as the text of one JSON object: a quotation mark in a value counts twice. A resource's
 * name, which is known only once it is deployed, counts with the longest that it can be.
 */
public final class Told {

    /** In bytes, of a function altogether (AWS, "Lambda quotas": environment variables). */
    static final int MOST = 4 * 1024;

    private static final String LONGEST_REGION = "ap-southeast-99";
    private static final String AN_ACCOUNT = "123456789012";

    /** Which option decides how long something is that can be long. */
    private static final Map<Setting, Option<?>> DECIDED_BY = Map.of(
            Pipeline.SOURCES, Options.SOURCES,
            Pipeline.RISK, Options.RISK,
            Compliance.NORM, Options.TAGS);

    private Told() {}

    /**
     * Stops where it is more, with the arithmetic.
     *
     * @param variables all that the function is told, by name
     * @throws Unusable by the name of the setting that takes the most of it
     */
    public static void check(Function function, Map<String, String> variables, Settings settings) {
        var told = new TreeMap<>(variables);
        function.uses().forEach(use -> told.put(use.environmentVariable(), longest(use, settings)));
        var bytes = bytes(told);
        if (bytes > MOST) {
            throw new Unusable(longestOption(function, told)
                            .map(option -> option.name() + " is too long: ")
                            .orElse("")
                    + "the function " + function.name() + " would be told "
                    + told.entrySet().stream()
                            .map(one -> one.getKey() + " " + bytes(Map.ofEntries(one)))
                            .collect(Collectors.joining(" + "))
                    + ", together " + bytes + " bytes of JSON, and Lambda takes " + MOST);
        }
    }

    /** How long the text is that Lambda measures. */
    static int bytes(Map<String, String> variables) {
        var json = JsonNodeFactory.instance.objectNode();
        variables.forEach(json::put);
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Optional<Option<?>> longestOption(Function function, Map<String, String> told) {
        return function.settings().stream()
                .filter(DECIDED_BY::containsKey)
                .max(Comparator.comparingInt(
                        s -> told.getOrDefault(s.environmentVariable(), "").length()))
                .flatMap(s -> Optional.ofNullable(DECIDED_BY.get(s)));
    }

    private static String longest(Use use, Settings settings) {
        var name = settings.nameOf(use.resource().name());
        return switch (use.resource()) {
            case Resource.Table ignored -> name;
            case Resource.Topic ignored -> "arn:aws-us-gov:sns:" + LONGEST_REGION + ":" + AN_ACCOUNT + ":" + name;
            case Resource.Queue ignored ->
                "https://sqs." + LONGEST_REGION + ".amazonaws.com.cn/" + AN_ACCOUNT + "/" + name;
            case Resource.Secrets ignored -> settings.sourceSecretsPrefix();
            case Resource.Bucket bucket -> settings.nameOf(bucket.name() + "-" + AN_ACCOUNT);
            case Resource.Environment ignored -> settings.suffix();
            case Resource.DeadLetterQueue queue ->
                throw new IllegalArgumentException("no function uses the dead letters of " + queue.name());
        };
    }
}
