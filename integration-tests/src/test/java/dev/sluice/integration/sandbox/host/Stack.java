package dev.sluice.integration.sandbox.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A deployed stack of tiny functions, made by hand. */
final class Stack {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "123456789012";

    private final Path folder;
    private final String hash;
    private final Map<String, ObjectNode> functions = new TreeMap<>();

    /** With one archive, for all its functions, in a folder. */
    Stack(Path folder) throws IOException {
        this.folder = folder;
        var archive = archive();
        Files.write(folder.resolve("tiny.zip"), archive);
        this.hash = hash(archive);
    }

    /** A function of that name, as it is in general. */
    Stack with(String name) {
        return with(name, values -> {});
    }

    /** A function of that name with something else in its state. */
    Stack with(String name, Consumer<ObjectNode> change) {
        var values = JSON.createObjectNode()
                .put("function_name", name)
                .put("arn", arn(name))
                .put("handler", Tiny.class.getName() + "::handle")
                .put("runtime", "java21")
                .put("memory_size", 256)
                .put("timeout", 30)
                .put("role", "arn:aws:iam::" + ACCOUNT + ":role/" + name + "-role")
                .put("filename", "tiny.zip")
                .put("source_code_hash", hash)
                .put("reserved_concurrent_executions", -1);
        values.putArray("architectures").add("arm64");
        values.putArray("environment").addObject().putObject("variables").put("OWN", "deployed");
        values.putArray("logging_config")
                .addObject()
                .put("log_format", "JSON")
                .put("application_log_level", "INFO")
                .put("log_group", "/aws/lambda/" + name);
        values.putArray("tracing_config").addObject().put("mode", "Active");
        change.accept(values);
        functions.put(name, values);
        return this;
    }

    static String arn(String name) {
        return "arn:aws:lambda:eu-west-2:" + ACCOUNT + ":function:" + name;
    }

    Deployment deployed() {
        var state = JSON.createObjectNode().put("format_version", "1.0").put("terraform_version", "1.11.4");
        var resources = state.putObject("values").putObject("root_module").putArray("resources");
        resources.add(resource(
                "data", "aws_region", "current", JSON.createObjectNode().put("name", "eu-west-2")));
        resources.add(resource(
                "data",
                "aws_caller_identity",
                "current",
                JSON.createObjectNode().put("account_id", ACCOUNT)));
        functions.forEach((name, values) -> resources.add(resource("managed", "aws_lambda_function", name, values)));
        return Deployment.of(folder, state);
    }

    private static ObjectNode resource(String mode, String type, String name, ObjectNode values) {
        var resource = JSON.createObjectNode()
                .put("address", (mode.equals("data") ? "data." : "") + type + "." + name)
                .put("mode", mode)
                .put("type", type)
                .put("name", name)
                .put("provider_name", "registry.terraform.io/hashicorp/aws");
        resource.set("values", values);
        return resource;
    }

    /** A jar in {@code lib}, as the real ones are. */
    private static byte[] archive() throws IOException {
        var jar = new TreeMap<String, byte[]>();
        for (var each : new Class<?>[] {Tiny.class, Unmakeable.class}) {
            var name = each.getName().replace('.', '/') + ".class";
            try (var in = each.getClassLoader().getResourceAsStream(name)) {
                jar.put(name, in.readAllBytes());
            }
        }
        return zip(Map.of("lib/tiny.jar", zip(jar)));
    }

    static byte[] zip(Map<String, byte[]> contents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static String hash(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
