package dev.sluice.infra.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Setting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tells one environment from another: every option with its value, each checked, and all together. */
public final class Settings {

    /** Ends every deployed name. */
    public static final String SUFFIX_VARIABLE = "ENVIRONMENT_SUFFIX";

    /** The tags that everything carries and nobody may change. */
    private static final String[] OWN_TAGS = {"Environment", "Project", "ManagedBy", "CostCenter"};

    private static final Pattern SUFFIX = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SUFFIX = 20;

    private final String suffix;
    private final Preset preset;
    private final Map<String, Object> values;

    private Settings(String suffix, Preset preset, Map<String, Object> values) {
        this.suffix = suffix;
        this.preset = preset;
        this.values = Map.copyOf(values);
    }

    /**
     * The settings of one environment.
     *
     * <p>An option's value is what the environment's own settings say ({@code settings.SUFFIX} in {@code context}), else
     * what the settings of all say ({@code settings}), else the variable where there is one, else the preset's. The preset
     * is the setting {@code preset}, else the suffix where that is the name of one, else {@code dev}.
     *
     * @param variables the environment variables: {@code ENVIRONMENT_SUFFIX}, {@code AWS_REGION}, {@code COST_CENTER}
     * @param context the object {@code context} of cdktf.json
     * @throws Unusable where a setting does not exist, breaks its rule or does not go with the others
     */
    public static Settings of(Map<String, String> variables, JsonNode context) {
        var suffix = variables.getOrDefault(SUFFIX_VARIABLE, "dev");
        if (suffix.length() > LONGEST_SUFFIX || !SUFFIX.matcher(suffix).matches()) {
            throw new Unusable(
                    SUFFIX_VARIABLE,
                    "lower-case letters and digits in words joined by dashes, at most " + LONGEST_SUFFIX
                            + " characters",
                    suffix);
        }
        var written = written(context, suffix);
        variable(variables, "AWS_REGION", Options.REGION_NAME, written);
        variable(variables, "COST_CENTER", Options.COST_CENTER, written);
        var preset = preset(suffix, written);
        var runtime = value(Options.RUNTIME, preset, Optional.ofNullable(written.get(Options.RUNTIME.name())));
        var values = new HashMap<String, Object>();
        for (var option : Options.ALL) {
            var chosen = Optional.ofNullable(written.remove(option.name()));
            var value = value(option, preset, chosen);
            values.put(option.name(), chosen.isPresent() ? value : runtime.insteadOf(value));
        }
        written.keySet().stream().findFirst().ifPresent(name -> {
            throw new Unusable("there is no setting '" + name + "'"
                    + Nearest.to(name, values.keySet())
                            .map(n -> "; did you mean '" + n + "'?")
                            .orElse(";")
                    + " docs/settings.md lists them all");
        });
        var settings = new Settings(suffix, preset, values);
        Together.check(settings);
        return settings;
    }

    /** The settings of one environment where cdktf.json says nothing. */
    public static Settings of(Map<String, String> variables) {
        return of(variables, JsonNodeFactory.instance.objectNode());
    }

    public String suffix() {
        return suffix;
    }

    public Preset preset() {
        return preset;
    }

    /** The value of an option. */
    @SuppressWarnings("unchecked") // what lies under an option's name was read by its form
    public <T> T get(Option<T> option) {
        var value = values.get(option.name());
        if (value == null) {
            throw new IllegalArgumentException("no option of ours: " + option.name());
        }
        return (T) value;
    }

    /** The deployed name of what the blueprint calls {@code name}. */
    public String nameOf(String name) {
        return "sluice-" + name + "-" + suffix;
    }

    /** Where the functions' own metrics are counted: two environments of an account do not meet. */
    public String metricsNamespace() {
        return "Sluice/" + suffix;
    }

    /** The tags of everything that can be tagged. */
    public Map<String, String> tags() {
        var tags = new LinkedHashMap<>(get(Options.TAGS));
        tags.put("Environment", suffix);
        tags.put("Project", "sluice");
        tags.put("ManagedBy", "cdktf");
        tags.put("CostCenter", get(Options.COST_CENTER));
        return tags;
    }

    private static Map<String, JsonNode> written(JsonNode context, String suffix) {
        var written = new LinkedHashMap<String, JsonNode>();
        for (var key : new String[] {"settings", "settings." + suffix}) {
            var settings = context.path(key);
            if (settings.isMissingNode()) {
                continue;
            }
            if (!settings.isObject()) {
                throw new Unusable("context." + key + " in cdktf.json", "an object of settings", settings.toString());
            }
            settings.properties().forEach(member -> written.put(member.getKey(), member.getValue()));
        }
        for (var tag : OWN_TAGS) {
            if (written.getOrDefault(Options.TAGS.name(), JsonNodeFactory.instance.nullNode())
                    .has(tag)) {
                throw new Unusable("the tag " + tag + " cannot be set: Sluice sets it itself");
            }
        }
        return written;
    }

    private static void variable(
            Map<String, String> variables, String name, Option<?> option, Map<String, JsonNode> written) {
        var value = variables.get(name);
        if (value != null && !value.isEmpty()) {
            var json = JsonNodeFactory.instance.textNode(value);
            if (option.form().reading().apply(json).isEmpty()) {
                throw new Unusable(name, option.form().rule(), value);
            }
            written.putIfAbsent(option.name(), json);
        }
    }

    private static Preset preset(String suffix, Map<String, JsonNode> written) {
        var json = written.remove("preset");
        if (json == null) {
            return Preset.of(suffix).orElse(Preset.DEV);
        }
        return Preset.of(json.asText())
                .orElseThrow(() -> new Unusable(
                        "preset",
                        Arrays.stream(Preset.values()).map(Preset::word).collect(Collectors.joining(" or ")),
                        json.asText()));
    }

    private static <T> T value(Option<T> option, Preset preset, Optional<JsonNode> written) {
        return written.map(json -> option.form()
                        .reading()
                        .apply(json)
                        .orElseThrow(
                                () -> new Unusable(option.name(), option.form().rule(), asWritten(json))))
                .orElseGet(() -> option.defaultIn(preset));
    }

    private static String asWritten(JsonNode json) {
        return json.isTextual() ? json.textValue() : json.toString();
    }

    /** What the name of a source's secret begins with; the source's name follows. */
    public String sourceSecretsPrefix() {
        return nameOf(Pipeline.SOURCE_SECRETS.name()) + "/";
    }

    /** What a function is told where the blueprint says that it is told something. */
    public String told(Setting setting) {
        if (setting.equals(Pipeline.SOURCES)) {
            return get(Options.SOURCES);
        }
        if (setting.equals(Pipeline.RISK)) {
            return get(Options.RISK);
        }
        if (setting.equals(Pipeline.METRICS)) {
            return metricsNamespace();
        }
        if (setting.equals(Compliance.NORM)) {
            return Norm.of(this);
        }
        if (setting.equals(Compliance.SUPPRESSIONS)) {
            return Exceptions.ofLive(this);
        }
        if (setting.equals(Compliance.REPAIRS)) {
            return get(Options.REPAIRS).word();
        }
        throw new IllegalArgumentException("no option says what to write into " + setting.environmentVariable());
    }

    /** The names of those who may send, in their order. */
    public List<String> sources() {
        return SourceNames.in(get(Options.SOURCES));
    }

    /** What a function runs on. What watches the pipeline stays on the managed runtime: nobody waits for it. */
    public LambdaRuntime runtimeOf(Function function) {
        return Options.isWatch(function) ? LambdaRuntime.MANAGED : get(Options.RUNTIME);
    }

    /** What is reserved for a function. */
    public Optional<Integer> reserved(Function function) {
        return get(Options.reservedConcurrency(function));
    }
}
