package dev.sluice.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.sluice.infra.construct.Archives;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.constructs.Construct;

/** The Terraform that settings become, to be looked into. */
public record Synthesized(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?:[a-z0-9]+\\()?(aws_[a-z0-9_]+\\.[a-z0-9_]+)\\.");
    private static final Archives ARCHIVES = archives();

    /** A stack as it is made in an app. */
    public enum Stack {
        TRANSACTIONS {
            @Override
            TerraformStack in(Construct app, Settings settings) {
                return new TransactionsStack(app, settings, ARCHIVES);
            }
        },
        COMPLIANCE {
            @Override
            TerraformStack in(Construct app, Settings settings) {
                return new ComplianceStack(app, settings, ARCHIVES);
            }
        };

        abstract TerraformStack in(Construct app, Settings settings);
    }

    /** The transactions stack with that suffix, and what cdktf.json's {@code settings} say. */
    public static Synthesized of(String suffix, String settings) {
        return of(Stack.TRANSACTIONS, settings(suffix, settings));
    }

    /** The compliance stack of the same. */
    public static Synthesized ofCompliance(String suffix, String settings) {
        return of(Stack.COMPLIANCE, settings(suffix, settings));
    }

    public static Synthesized of(Stack stack, Settings settings) {
        return new Synthesized(read(Testing.synth(stack.in(Testing.app(), settings))));
    }

    /** As it is written into CDKTF's folder: beside each block is said which construct made it. */
    public static Synthesized written(Stack which, String suffix, String settings) {
        try {
            var folder = Files.createTempDirectory("cdktf.out");
            var app = new App(AppConfig.builder().outdir(folder.toString()).build());
            var stack = which.in(app, settings(suffix, settings));
            app.synth();
            var file = folder.resolve("stacks").resolve(stack.getNode().getId()).resolve("cdk.tf.json");
            return new Synthesized(read(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of that suffix. */
    public static Settings settings(String suffix, String settings) {
        return Settings.of(Map.of("ENVIRONMENT_SUFFIX", suffix), read("{\"settings\": " + settings + "}"));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All resources of a type, by their address's second half. */
    public Map<String, JsonNode> all(String type) {
        var all = new TreeMap<String, JsonNode>();
        json.at("/resource/" + type).properties().forEach(r -> all.put(r.getKey(), r.getValue()));
        return all;
    }

    public JsonNode one(String type, String name) {
        var found = json.at("/resource/" + type + "/" + name);
        if (found.isMissingNode()) {
            throw new AssertionError(
                    "no " + type + "." + name + " among " + all(type).keySet());
        }
        return found;
    }

    /** The statements of a policy that is written as text. */
    static List<JsonNode> statements(JsonNode policy) {
        return read(policy.asText()).get("Statement").valueStream().toList();
    }

    /** Every policy there is: of roles, keys, buckets, queues and topics. */
    Stream<JsonNode> policies() {
        return Stream.concat(
                        Stream.of(
                                        "aws_iam_role_policy",
                                        "aws_kms_key",
                                        "aws_s3_bucket_policy",
                                        "aws_sqs_queue",
                                        "aws_sns_topic_policy")
                                .flatMap(type -> all(type).values().stream())
                                .filter(resource -> resource.has("policy"))
                                .map(resource -> resource.get("policy")),
                        all("aws_iam_role").values().stream().map(role -> role.get("assume_role_policy")))
                .flatMap(policy -> statements(policy).stream());
    }

    /** The resources that a part of the configuration refers to. */
    public static TreeSet<String> references(JsonNode part) {
        var found = new TreeSet<String>();
        var matcher = REFERENCE.matcher(part.toString());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Archives archives() {
        try {
            var folder = Files.createTempDirectory("archives");
            folder.toFile().deleteOnExit();
            var own = Files.createDirectory(folder.resolve("own"));
            own.toFile().deleteOnExit();
            for (var function : Options.FUNCTIONS) {
                for (var in : List.of(folder, own)) {
                    var archive = in.resolve(function.name() + ".zip");
                    Files.writeString(archive, in.getFileName() + " stands for " + function.name());
                    archive.toFile().deleteOnExit();
                }
            }
            return new Archives(List.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
